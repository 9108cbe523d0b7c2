import { describe, expect, it } from 'vitest'
import { hour, minute, second, type Instant } from '../../../main/domain/instant.ts'
import { nextRun } from '../../../main/scheduler/next-run.ts'
import { createScheduler } from '../../../main/scheduler/scheduler.ts'
import { FakeClock } from '../../support/fake-clock.ts'

const interval = 5 * minute

/** A scheduler whose due time is kept as the database keeps it: it survives this process. */
function aScheduler(
  clock: FakeClock,
  stored: { due: Instant | null } = { due: null },
  takes: () => Promise<void> = () => Promise.resolve(),
  reads: () => void = () => {},
) {
  const runs: Instant[] = []
  const unreadable: unknown[] = []
  let running = 0
  const scheduler = createScheduler({
    clock,
    interval: () => interval,
    nextRun: () => {
      reads()
      return stored.due
    },
    unreadable: (error) => unreadable.push(error),
    run: async () => {
      running += 1
      expect(running).toBe(1)
      runs.push(clock.now())
      stored.due = nextRun(interval, clock.now())
      await takes()
      running -= 1
    },
  })
  return { scheduler, runs, stored, unreadable }
}

/** Lets time pass in steps, and what was started finish between them. */
async function pass(clock: FakeClock, milliseconds: number, step = 10 * second): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    clock.advance(Math.min(step, milliseconds - passed))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const minutesOf = (runs: readonly Instant[], from: Instant) => runs.map((at) => (at - from) / minute)

describe('the scheduler', () => {
  it('runs at once when nothing ever ran, then at its interval', async () => {
    const clock = new FakeClock()
    const start = clock.now()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, 16 * minute)
    expect(minutesOf(runs, start)).toEqual([0, 5, 10, 15])
  })

  it('keeps to the stored time over a restart', async () => {
    const clock = new FakeClock()
    const start = clock.now()
    const stored = { due: start + 3 * minute }
    const { scheduler, runs } = aScheduler(clock, stored)
    scheduler.start()
    await pass(clock, 9 * minute)
    expect(minutesOf(runs, start)).toEqual([3, 8])
    scheduler.stop()
    const restarted = aScheduler(clock, stored)
    restarted.scheduler.start()
    await pass(clock, 5 * minute)
    expect(minutesOf(restarted.runs, start)).toEqual([13])
  })

  it('runs once for all it slept through', async () => {
    const clock = new FakeClock()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, minute)
    // The machine sleeps: the wall clock goes on, timers do not.
    clock.jumpTo(clock.now() + 8 * hour)
    const awake = clock.now()
    await pass(clock, 4 * minute)
    expect(runs).toHaveLength(2)
    expect((runs[1] ?? 0) - awake).toBeLessThanOrEqual(30 * second)
  })

  it('runs at once on waking where somebody says so', async () => {
    const clock = new FakeClock()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, minute)
    clock.jumpTo(clock.now() + hour)
    scheduler.look()
    scheduler.look()
    expect(runs).toHaveLength(2)
    expect(runs[1]).toBe(clock.now())
  })

  it('looks without running where nothing is due', async () => {
    const clock = new FakeClock()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, minute)
    scheduler.look()
    expect(runs).toHaveLength(1)
  })

  it('neither stalls nor storms when the clock goes back', async () => {
    const clock = new FakeClock()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, minute)
    clock.jumpTo(clock.now() - 8 * hour)
    await pass(clock, 11 * minute)
    // Once for the jump, then at its interval.
    expect(runs).toHaveLength(4)
  })

  it.each([
    ['2026-03-08T00:00:00-06:00', 23],
    ['2026-11-01T00:00:00-05:00', 25],
  ])('runs every five minutes of the day that begins at %s: %d hours of them', async (start, hours) => {
    const clock = new FakeClock(start)
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    await pass(clock, hours * hour - 1, 5 * minute)
    expect(runs).toHaveLength(hours * 12)
    expect(new Set(runs).size).toBe(runs.length)
  })

  it('never starts a cycle while one runs, and starts the next when it has ended', async () => {
    const clock = new FakeClock()
    let finish = () => {}
    const { scheduler, runs } = aScheduler(
      clock,
      { due: null },
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    scheduler.start()
    await pass(clock, 20 * minute)
    scheduler.look()
    expect(runs).toHaveLength(1)
    finish()
    await pass(clock, minute)
    expect(runs).toHaveLength(2)
    finish()
  })

  it('goes on after a time in which the stored time could not be read, and runs nothing meanwhile', async () => {
    const clock = new FakeClock()
    const start = clock.now()
    const disk = { isSick: false }
    const { scheduler, runs, unreadable } = aScheduler(clock, { due: null }, undefined, () => {
      if (disk.isSick) throw new Error('disk I/O error')
    })
    scheduler.start()
    disk.isSick = true
    await pass(clock, 20 * minute)
    expect(runs).toHaveLength(1)
    expect(unreadable.length).toBeGreaterThan(20)
    disk.isSick = false
    await pass(clock, 6 * minute)
    expect(minutesOf(runs, start)[1]).toBeCloseTo(20, 0)
  })

  it('does nothing more once it is stopped, even where a cycle was running', async () => {
    const clock = new FakeClock()
    const { scheduler, runs } = aScheduler(clock)
    scheduler.start()
    scheduler.stop()
    await pass(clock, hour, minute)
    scheduler.look()
    expect(runs).toHaveLength(1)
  })
})
