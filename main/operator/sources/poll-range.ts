import { addDays, type LocalDay } from '../../domain/local-day.ts'
import type { DayRange } from '../../ports/sources.ts'

/** Oura corrects a night for a day or two after it; further back it is left in peace. */
const daysBehind = 2

/** What a first connection reads of the past. */
export const backfillDays = 90

/** Days asked for at once: a month of sleep with its samples is as much as one answer should hold. */
const chunkDays = 30

/** The days an ordinary read asks for: the last few, and after a time away the gap since the newest reading. */
export function pollRange(today: LocalDay, newest: LocalDay | null): DayRange {
  const usual = addDays(today, -daysBehind)
  const earliest = addDays(today, -backfillDays)
  const from = newest === null || newest > usual ? usual : newest
  return { from: from < earliest ? earliest : from, to: today }
}

/** The next days to be filled in, going back from the oldest day that is done; null when ninety days are there. */
export function nextBackfill(today: LocalDay, doneFrom: LocalDay | null): DayRange | null {
  const earliest = addDays(today, -backfillDays)
  const to = addDays(doneFrom ?? addDays(today, -daysBehind), -1)
  if (to < earliest) return null
  const from = addDays(to, 1 - chunkDays)
  return { from: from < earliest ? earliest : from, to }
}
