import { UsageError } from './usage-error.ts'

/** The one thing meant by an id, the beginning of an id, or a part of its words. Throws UsageError for none or several, naming them. */
export function choose<Thing extends { readonly id: string }>(
  wanted: string,
  all: readonly Thing[],
  wordsOf: (thing: Thing) => string,
  kind: string,
): Thing {
  const lower = wanted.toLowerCase()
  const exact = all.find((each) => each.id === wanted)
  if (exact !== undefined) return exact
  const found = all.filter((each) => each.id.startsWith(wanted) || wordsOf(each).toLowerCase().includes(lower))
  const [only, ...others] = found
  if (only === undefined) throw new UsageError(`There is no ${kind} ${wanted}. \`thanos ${kind} list\` shows them with their ids.`)
  if (others.length === 0) return only
  const named = found.slice(0, 5).map((each) => `${each.id} (${wordsOf(each)})`)
  throw new UsageError(`${wanted} could be ${named.join(', ')}${found.length > 5 ? ` and ${found.length - 5} more` : ''}. Give the id.`)
}
