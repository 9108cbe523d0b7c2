import { ouraCollections, ouraDocumentSchemas, type OuraCollection, type OuraDocuments } from './documents.ts'

/** Something found where a document was expected; `place` says where, e.g. `sleep[3]` or `dailysleep.csv line 12`. */
export type FoundDocument = { readonly value: unknown; readonly place: string; readonly hint: OuraCollection | undefined }

export type Unreadable = { readonly place: string; readonly reason: string }

/**
 * Sorts documents by collection and parses each. They are told apart by their own fields, because exports and caches name their parts
 * differently and the documents are the same; the hint decides only where the fields do not. What is none of ours (workouts, heart rates,
 * …) is passed over silently; one of ours that cannot be read is reported and costs nobody else.
 */
export function collectDocuments(found: Iterable<FoundDocument>): {
  readonly documents: OuraDocuments
  readonly unreadable: readonly Unreadable[]
} {
  const sorted: Record<OuraCollection, unknown[]> = {
    daily_readiness: [],
    daily_sleep: [],
    sleep: [],
    daily_stress: [],
    daily_activity: [],
  }
  const unreadable: Unreadable[] = []
  for (const { value, place, hint } of found) {
    const collection = collectionOf(value, hint)
    if (!collection) continue
    const parsed = ouraDocumentSchemas[collection].safeParse(value)
    if (parsed.success) sorted[collection].push(parsed.data)
    else unreadable.push({ place, reason: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') })
  }
  // Each list holds only what the schema of its own name has parsed; the loop above cannot say so to the compiler.
  return { documents: sorted as unknown as OuraDocuments, unreadable }
}

function collectionOf(value: unknown, hint: OuraCollection | undefined): OuraCollection | undefined {
  if (!isRecord(value)) return undefined
  if ('total_sleep_duration' in value || 'bedtime_start' in value) return 'sleep'
  if ('stress_high' in value || 'recovery_high' in value) return 'daily_stress'
  if ('steps' in value) return 'daily_activity'
  const contributors = isRecord(value['contributors']) ? value['contributors'] : {}
  if ('recovery_index' in contributors || 'temperature_deviation' in value) return 'daily_readiness'
  if ('deep_sleep' in contributors || 'total_sleep' in contributors) return 'daily_sleep'
  return 'day' in value && 'score' in value ? hint : undefined
}

/** The collection that a name speaks of: `daily_sleep`, `dailysleep.csv`, `DailyReadiness`. */
export function collectionNamed(name: string): OuraCollection | undefined {
  const plain = name.toLowerCase().replaceAll(/\.(csv|json)$|[^a-z]/g, '')
  if (plain === 'sleepmodel') return 'sleep'
  return ouraCollections.find((collection) =>
    [collection, collection.replace('daily_', '')].some((each) => each.replaceAll('_', '') === plain),
  )
}

/** Every document in a JSON value: a list, an answer of the API (`{ data: […] }`), or lists under the names of their collections. */
export function* documentsIn(value: unknown, name: string): Generator<FoundDocument> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield { value: each, place: `${name}[${index}]`, hint: collectionNamed(name) }
  } else if (isRecord(value)) {
    if (collectionOf(value, collectionNamed(name))) yield { value, place: name, hint: collectionNamed(name) }
    else
      for (const [key, each] of Object.entries(value)) if (typeof each === 'object') yield* documentsIn(each, key === 'data' ? name : key)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
