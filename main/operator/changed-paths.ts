import { isDeepStrictEqual } from 'node:util'

type Values = Readonly<Record<string, unknown>>

function isSection(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Dotted paths whose values differ between two configurations: what the owner changed. */
export function changedPaths(values: Values, defaults: Values, prefix = ''): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const other = defaults[key]
    if (isSection(value) && isSection(other)) return changedPaths(value, other, `${prefix}${key}.`)
    return isDeepStrictEqual(value, other) ? [] : [`${prefix}${key}`]
  })
}
