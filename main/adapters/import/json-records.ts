import { OperatorError } from '../../domain/operator-error.ts'
import type { Skipped } from './skipped.ts'

/** `line` is the line of JSON Lines, or the place in an array; both from 1. */
export type JsonRecord = { readonly line: number; readonly value: unknown }

/**
 * The records of a file that is JSON Lines, one JSON array, or one JSON object. Throws `malformed_input` when it is none of them; a line
 * that is no JSON among lines that are is skipped.
 */
export function parseJsonRecords(text: string): { readonly records: readonly JsonRecord[]; readonly skipped: readonly Skipped[] } {
  const whole = parsed(text)
  if (whole !== undefined) {
    const values: readonly unknown[] = Array.isArray(whole) ? whole : [whole]
    return { records: values.map((value, index) => ({ line: index + 1, value })), skipped: [] }
  }
  const records: JsonRecord[] = []
  const skipped: Skipped[] = []
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (content.trim() === '') continue
    const value = parsed(content)
    if (value === undefined) skipped.push({ line: index + 1, reason: 'not valid JSON' })
    else records.push({ line: index + 1, value })
  }
  if (records.length === 0 && skipped.length > 0)
    throw new OperatorError('malformed_input', 'This is not JSON: expected one JSON object a line, or one JSON array.')
  return { records, skipped }
}

/** Undefined for text that is not JSON; no JSON text means undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
