const millisecondsOfDay = 86_400_000

/** Days since 1970, so that a chart's axis is whole numbers and no zone can shift a night. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay)
}

/** YYYY-MM-DD. */
export function dayText(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10)
}

/** Where the axis has its labels: days within a month, month beginnings within two years, years beyond. */
export function daySplits(from: number, to: number, width: number): number[] {
  const most = Math.max(2, Math.floor(width / 76))
  const span = to - from
  const step = [1, 2, 7, 14].find((days) => span / days <= most)
  if (step !== undefined) {
    // Counted back from the last day: the newest is the one that is looked for.
    const last = Math.floor(to)
    const count = Math.floor((last - Math.ceil(from)) / step) + 1
    return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * step)
  }
  const months = [1, 2, 3, 6, 12, 24].find((count) => span / 30.4 / count <= most) ?? 60
  const splits: number[] = []
  const start = new Date(Math.ceil(from) * millisecondsOfDay)
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month++) {
    const day = Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsOfDay)
    if (day > to) return splits
    if (day >= from && month % months === 0) splits.push(day)
  }
}
