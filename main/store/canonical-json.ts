/** JSON with every object's names sorted: the same value is the same text, whoever wrote it and in whatever order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortNames) ?? 'null'
}

function sortNames(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const names = Object.keys(value)
  if (names.length < 2) return value
  // Object.fromEntries and not assignment, so that a name like __proto__ stays a name.
  const entries = Object.entries(value)
  return isSorted(names) ? value : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isSorted(names: readonly string[]): boolean {
  for (let index = 1; index < names.length; index += 1) if ((names[index - 1] ?? '') > (names[index] ?? '')) return false
  return true
}
