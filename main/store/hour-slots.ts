import type { LocalDay } from '../domain/local-day.ts'
import type { UsedSlots } from '../domain/snapshot.ts'
import type { Reader, Writer } from './handle.ts'

export type HourSlot = { readonly rule: string; readonly day: LocalDay; readonly hour: number }

/** Marks hour slots as used: each is used once, whatever the clock does. */
export function useSlots(db: Writer, slots: readonly HourSlot[]): void {
  for (const { rule, day, hour } of slots)
    db.run('INSERT INTO hour_slots (rule, day, hour) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', rule, day, hour)
}

/** Slots used on or after a day, as `RULE DAY HOUR`. */
export function loadUsedSlots(db: Reader, sinceDay: LocalDay): UsedSlots {
  const slots = db.all<HourSlot>('SELECT rule, day, hour FROM hour_slots WHERE day >= ?', sinceDay)
  return new Set(slots.map(({ rule, day, hour }) => `${rule} ${day} ${hour}`))
}
