/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
/** 24 hours. A local day may have 23 or 25: see local-day.ts. */
export const dayLength = 24 * hour
