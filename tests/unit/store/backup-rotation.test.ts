import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../../../main/store/backup-names.ts'
import { backupsToRemove, isShrunk } from '../../../main/store/backup-rotation.ts'

const keep = { daily: 7, weekly: 4, monthly: 12 }
const start = Date.parse('2026-01-01T04:00:00Z')
const dayLength = 86_400_000

function daily(day: number, bytes = 1000): Backup {
  return { path: `daily-${day}`, reason: 'daily', at: start + day * dayLength, bytes, encrypted: false }
}

/** Two years of one backup a day, each followed by a rotation. */
function afterDays(days: number): readonly Backup[] {
  let kept: readonly Backup[] = []
  for (let day = 0; day < days; day += 1) {
    const all = [...kept, daily(day)]
    const removed = new Set(backupsToRemove(all, keep))
    kept = all.filter((backup) => !removed.has(backup))
  }
  return kept.toSorted((a, b) => b.at - a.at)
}

describe('the rotation of backups', () => {
  it('keeps 7 days, 4 weeks and 12 months', () => {
    const kept = afterDays(730)
    const ages = kept.map(({ at }) => (kept[0]?.at ?? 0) - at).map((age) => age / dayLength)
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12)
    expect(new Set(kept.map(({ at }) => new Date(at).toISOString().slice(0, 7))).size).toBe(12)
  })

  it('never removes the newest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), fc.integer({ min: 0, max: 3 }), (days, count) => {
        const backups = days.map((day) => daily(day))
        const removed = backupsToRemove(backups, { daily: count, weekly: 0, monthly: 0 })
        expect(removed).not.toContain(backups.toSorted((a, b) => b.at - a.at)[0])
        expect(removed).toHaveLength(Math.max(0, days.length - Math.max(1, count)))
      }),
    )
  })

  it('lets a much smaller backup displace nothing, however many follow it', () => {
    const large = daily(0, 100_000)
    const small = Array.from({ length: 400 }, (_, index) => daily(index + 1, 900))
    expect(backupsToRemove([large, ...small], keep)).not.toContain(large)
    expect(isShrunk(large, daily(1, 49_999))).toBe(true)
    expect(isShrunk(large, daily(1, 50_000))).toBe(false)
  })

  it('keeps what the owner asked for, and the last five of each occasion', () => {
    const manual = { ...daily(0), path: 'm', reason: 'manual' as const }
    const before = Array.from({ length: 8 }, (_, day) => ({ ...daily(day), path: `b${day}`, reason: 'before-restore' as const }))
    expect(backupsToRemove([manual, ...before, daily(9)], keep).map(({ path }) => path)).toEqual(['b2', 'b1', 'b0'])
  })
})
