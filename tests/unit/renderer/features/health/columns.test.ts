import { describe, expect, it } from 'vitest'
import { columnsOf, isolated, valueRange } from '../../../../../renderer/features/health/columns.ts'
import type { Series } from '../../../../../shared/model/health.ts'

const series: Series = {
  metric: 'readiness',
  from: '2026-01-01',
  to: '2026-01-06',
  points: [
    { day: '2026-01-02', value: 70, source: 'oura' },
    { day: '2026-01-04', value: 64, source: 'oura' },
    { day: '2026-01-05', value: 48, source: 'oura' },
  ],
  weekMean: [{ day: '2026-01-05', value: 60.7 }],
  usual: { low: 66, high: 80, mean: 74, days: 57 },
  thresholds: [{ label: 'critical', value: 50, severity: 'critical' }],
  alerts: [],
  newestReadAt: null,
}

describe('the columns of a chart', () => {
  it('have a place for every day, and nothing, not zero, for a missing night', () => {
    const { days, values, means } = columnsOf(series)
    expect(days).toHaveLength(5)
    expect(values).toEqual([70, null, 64, 48, null])
    expect(means).toEqual([null, null, null, 60.7, null])
  })

  it('are empty without readings', () => {
    expect(columnsOf({ ...series, points: [] })).toEqual({ days: [], values: [], means: [] })
  })

  it('find the nights that no line reaches', () => {
    expect(isolated([70, null, 64, 48, null], 0, 4)).toEqual([0])
  })

  it('hold readings, thresholds and the usual range in sight', () => {
    const [low, high] = valueRange(series)
    expect(low).toBeLessThan(48)
    expect(high).toBeGreaterThan(80)
  })
})
