const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

/** `3 h ago`, `in 2 d`, `just now`: the largest unit that fits, whole. */
export function relativeTime(at: number, now: number): string {
  const distance = Math.abs(at - now)
  const [unit, size] = units.find(([, each]) => distance >= each) ?? ['', 0]
  if (size === 0) return 'just now'
  const words = `${Math.floor(distance / size)} ${unit}`
  return at > now ? `in ${words}` : `${words} ago`
}

const dateAndTime = { dateStyle: 'medium', timeStyle: 'short' } as const

/** A moment in the owner's zone and manner. */
export function exactTime(at: number, zone: string): string {
  return new Intl.DateTimeFormat(undefined, { ...dateAndTime, timeZone: zone }).format(at)
}

/** `2h`, `30 min`, `1d` → milliseconds; null for anything else. */
export function readDuration(text: string): number | null {
  const found = /^(\d+(?:\.\d+)?)\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)$/i.exec(text.trim())
  if (found === null) return null
  const size = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }[found[2]?.[0]?.toLowerCase() ?? '']
  return size === undefined ? null : Number(found[1]) * size
}
