import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHealthStore } from '../../../renderer/features/health/health-store.ts'
import { dayNumber } from '../../../renderer/features/health/days.ts'
import { directClient } from '../../support/window/direct-client.ts'
import { testOperator } from '../../support/test-operator.ts'

const today = dayNumber('2026-01-20')

async function openHealth() {
  const { operator } = await testOperator()
  await operator.handlers['sample:add']({})
  const { client, refuseNext } = directClient(operator.handlers)
  const store = createHealthStore(client)
  await store.getState().load('2026-01-20')
  return { store, refuseNext }
}

describe('the window of days', () => {
  it('ends today and spans the chosen range', async () => {
    const { store } = await openHealth()
    store.getState().setRange(14)
    expect(store.getState().window).toEqual({ from: today - 13, to: today })
  })

  it('keeps a failed reading’s data and says what failed', async () => {
    const { store, refuseNext } = await openHealth()
    refuseNext('health:series', 'The database is locked.')
    await store.getState().load('2026-01-20')
    expect(store.getState().series).toMatchObject({ kind: 'failed', words: 'The database is locked.', last: { readiness: {} } })
  })

  it('never leaves the five years, however it is panned and zoomed', async () => {
    const { store } = await openHealth()
    const step = fc.oneof(
      fc.record({ pan: fc.double({ min: -3000, max: 3000, noNaN: true }) }),
      fc.record({ zoom: fc.double({ min: 0.05, max: 20, noNaN: true }), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        store.getState().setRange(90)
        for (const one of steps) {
          const { window, pan, zoom } = store.getState()
          if ('pan' in one) pan(one.pan)
          else zoom(one.zoom, window.from + one.at * (window.to - window.from))
        }
        const { from, to } = store.getState().window
        expect(to).toBeLessThanOrEqual(today)
        expect(from).toBeGreaterThanOrEqual(today - 1826)
        expect(to - from).toBeGreaterThanOrEqual(5.99)
      }),
    )
  })
})
