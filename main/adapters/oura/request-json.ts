import { SourceError } from '../../domain/source-error.ts'
import type { Instant } from '../../domain/instant.ts'
import { refusal } from './refusal.ts'

/** A month of sleep with its samples is well under one; more is not an answer but a mistake. Bytes. */
const largestBody = 5_000_000

/**
 * One request and its JSON, or a SourceError: `unreachable` when nobody answers or the service is in trouble, `malformed` for what is not
 * JSON in UTF-8 or is too large, and what refusal.ts makes of the other statuses. The message names the path, never the answer's text.
 */
export async function requestJson(url: URL, init: RequestInit, now: Instant): Promise<unknown> {
  const what = `${url.host}${url.pathname}`
  const answer = await send(url, init, what)
  const text = await bodyText(answer, what, init.signal ?? null)
  if (!answer.ok) throw refusal(answer.status, answer.headers, text, what, now)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new SourceError('malformed', `${what} answered with something that is not JSON.`, { cause: withoutText(cause) })
  }
}

async function send(url: URL, init: RequestInit, what: string): Promise<Response> {
  try {
    // A redirect could carry the token to another host.
    return await fetch(url, { ...init, redirect: 'error' })
  } catch (cause) {
    throw lost(cause, what, init.signal ?? null)
  }
}

async function bodyText(answer: Response, what: string, signal: AbortSignal | null): Promise<string> {
  const announced = Number(answer.headers.get('content-length') ?? 0)
  if (announced > largestBody) {
    await answer.body?.cancel().catch(() => {})
    throw tooLarge(what)
  }
  const decoder = new TextDecoder('utf-8', { fatal: answer.ok })
  let text = ''
  let size = 0
  try {
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength
      if (size > largestBody) throw tooLarge(what)
      text += decoder.decode(chunk, { stream: true })
    }
    return text + decoder.decode()
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    if (isEncodingError(cause)) throw new SourceError('malformed', `${what} answered with something that is not UTF-8.`)
    throw lost(cause, what, signal)
  }
}

function tooLarge(what: string): SourceError {
  return new SourceError('malformed', `${what} answered with more than ${largestBody / 1_000_000} MB.`)
}

function lost(cause: unknown, what: string, signal: AbortSignal | null): SourceError {
  if (signal?.aborted === true) return new SourceError('timeout', `${what} did not answer in time.`, { cause })
  return new SourceError('unreachable', `${what} could not be reached${reason(cause)}.`, { cause })
}

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause
  const code = typeof inner === 'object' && inner !== null && 'code' in inner ? inner.code : undefined
  return typeof code === 'string' ? ` (${code})` : ''
}

function isEncodingError(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}

/** JSON.parse quotes what it could not read; an answer may hold what no log should. */
function withoutText(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'unknown'
}
