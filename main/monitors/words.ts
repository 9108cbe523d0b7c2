/** A number as a person reads it: at most one decimal, none when it is whole. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** `1 task`, `3 tasks`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** `A, B and C`; beyond `most` names, `A, B, C, D, E and 3 more`. */
export function namesOf(names: readonly string[], most = 5): string {
  const rest = names.length - most
  if (rest > 0) return `${names.slice(0, most).join(', ')} and ${rest} more`
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 17 January, for messages that outlive the day. By hand: the first use of Intl in a process takes 12 ms, more than a whole cycle. */
export function dayInWords(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]}`
}
