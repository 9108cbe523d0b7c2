import type { Instant } from '../../domain/instant.ts'
import { localDayOf, localMinuteOf, type LocalDay, type TimeZone } from '../../domain/local-day.ts'
import type { UsedSlots } from '../../domain/snapshot.ts'

export type HourSlot = { readonly day: LocalDay; readonly hour: number }

/** How a used slot is remembered. */
export function slotName(rule: string, slot: HourSlot): string {
  return `${rule} ${slot.day} ${slot.hour}`
}

/**
 * The slot of a rule at this moment: the latest of its hours that has come today. Asleep at 9:00, the machine gets the 9:00 slot when it wakes, unless
 * the next one has come. A slot ends with its day: what was due yesterday is not said today. `due` is false once it was used.
 */
export function hourSlotAt(
  rule: string,
  hours: readonly number[],
  used: UsedSlots,
  now: Instant,
  zone: TimeZone,
): { readonly slot: HourSlot; readonly due: boolean } {
  const day = localDayOf(now, zone)
  const hourNow = Math.floor(localMinuteOf(now, zone) / 60)
  const come = hours.filter((each) => each <= hourNow)
  // Before the first hour nothing is due; what is held open is judged as the day's first slot.
  if (come.length === 0) return { slot: { day, hour: Math.min(24, ...hours) }, due: false }
  const slot = { day, hour: Math.max(...come) }
  return { slot, due: !used.has(slotName(rule, slot)) }
}
