import { z } from 'zod'
import type { DayRange } from '../../ports/sources.ts'
import { addDays, isLocalDay } from '../../domain/local-day.ts'
import { SourceError } from '../../domain/source-error.ts'
import { ouraDocumentSchemas, type OuraCollection, type OuraDocuments } from './documents.ts'

const page = z.object({ data: z.array(z.unknown()), next_token: z.string().nullish() })

/** Ninety days take a handful of pages; a server that never ends its list is broken. */
const mostPages = 100

/** The documents of one collection within the range, and a warning for each that could not be read. `get` answers parsed JSON for a query. */
export async function readCollection<Collection extends OuraCollection>(
  collection: Collection,
  range: DayRange,
  get: (collection: OuraCollection, query: URLSearchParams) => Promise<unknown>,
): Promise<{ readonly documents: OuraDocuments[Collection]; readonly warnings: readonly string[] }> {
  const raw = await readPages(collection, range, get)
  const documents: unknown[] = []
  const warnings: string[] = []
  for (const [index, item] of raw.entries()) {
    if (isOutside(item, range)) continue
    const parsed = ouraDocumentSchemas[collection].safeParse(item)
    if (parsed.success) documents.push(parsed.data)
    else warnings.push(`${collection}: ${describe(parsed.error, ['data', index])}`)
  }
  if (documents.length === 0 && warnings[0] !== undefined)
    throw new SourceError('malformed', `Oura sent documents that make no sense: ${warnings[0]}`)
  // Each was parsed with this collection's schema; the compiler cannot tie the two together through the index.
  return { documents: documents as unknown as OuraDocuments[Collection], warnings }
}

async function readPages(
  collection: OuraCollection,
  range: DayRange,
  get: (collection: OuraCollection, query: URLSearchParams) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const raw: unknown[] = []
  const seen = new Set<string>()
  let token: string | null = null
  for (let number = 0; number < mostPages; number += 1) {
    // Some collections treat the end as exclusive: one day more is asked for, and what lies outside is dropped.
    const query = new URLSearchParams({ start_date: range.from, end_date: addDays(range.to, 1) })
    if (token !== null) query.set('next_token', token)
    const parsed = page.safeParse(await get(collection, query))
    if (!parsed.success) throw new SourceError('malformed', `Oura's answer for ${collection} makes no sense: ${describe(parsed.error, [])}`)
    raw.push(...parsed.data.data)
    token = parsed.data.next_token ?? null
    if (token === null || token === '') return raw
    if (seen.has(token)) break
    seen.add(token)
  }
  throw new SourceError('malformed', `Oura's list of ${collection} does not end.`)
}

/** A day that was not asked for is nobody's mistake, even when the rest of the document is: it is left out in silence. */
function isOutside(item: unknown, range: DayRange): boolean {
  if (typeof item !== 'object' || item === null || !('day' in item) || typeof item.day !== 'string' || !isLocalDay(item.day)) return false
  return item.day < range.from || item.day > range.to
}

/** Where and what, without the value: `data.3.score: expected number`. */
function describe(error: z.ZodError, prefix: readonly PropertyKey[]): string {
  const issue = error.issues[0]
  const path = [...prefix, ...(issue?.path ?? [])].map(String).join('.')
  return `${path === '' ? 'the whole' : path}: ${issue?.message ?? 'not understood'}`
}
