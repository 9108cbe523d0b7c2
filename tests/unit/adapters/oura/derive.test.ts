import { describe, expect, it } from 'vitest'
import { deriveReadings } from '../../../../main/adapters/oura/derive.ts'
import { noOuraDocuments, type OuraDocuments, type SleepDocument } from '../../../../main/adapters/oura/documents.ts'

const day = '2026-01-20'

function derive(documents: Partial<OuraDocuments>) {
  const { readings, warnings } = deriveReadings({ ...noOuraDocuments, ...documents }, 'oura')
  return { values: Object.fromEntries(readings.map((each) => [each.metric, each.value])), readings, warnings }
}

const night: SleepDocument = {
  id: 'night',
  day,
  type: 'long_sleep',
  total_sleep_duration: 6 * 3600,
  average_hrv: 41,
  lowest_heart_rate: 52,
}

describe('readings out of Oura documents', () => {
  it('take readiness and its recovery contributor', () => {
    expect(derive({ daily_readiness: [{ day, score: 62, contributors: { recovery_index: 55 } }] }).values).toEqual({
      readiness: 62,
      recovery_index: 55,
    })
  })

  it('leave out a null score instead of reading it as zero', () => {
    const documents = { daily_readiness: [{ day, score: null, contributors: null }], daily_sleep: [{ day, score: null }] }
    expect(derive(documents).readings).toEqual([])
  })

  it('add up the sleep periods of a day, without those the owner deleted or rejected', () => {
    const sleep: SleepDocument[] = [
      night,
      { id: 'nap', day, type: 'sleep', total_sleep_duration: 1800, average_hrv: 90, lowest_heart_rate: 40 },
      { id: 'gone', day, type: 'deleted', total_sleep_duration: 3600 },
      { id: 'couch', day, type: 'rest', total_sleep_duration: 3600 },
    ]
    expect(derive({ sleep }).values).toEqual({ sleep_hours: 6.5, hrv_ms: 41, resting_heart_rate: 52 })
  })

  it('count a period that was given twice once', () => {
    expect(derive({ sleep: [night, night] }).values['sleep_hours']).toBe(6)
  })

  it('take HRV from the longest of two long sleeps', () => {
    const second: SleepDocument = { ...night, id: 'second', total_sleep_duration: 7 * 3600, average_hrv: 60 }
    expect(derive({ sleep: [night, second] }).values['hrv_ms']).toBe(60)
  })

  it('say nothing of hours asleep when no period has a duration', () => {
    expect(derive({ sleep: [{ ...night, total_sleep_duration: null }] }).values).toEqual({ hrv_ms: 41, resting_heart_rate: 52 })
  })

  it('derive the stress load and say on how many minutes it rests', () => {
    const { readings } = derive({ daily_stress: [{ day, stress_high: 5400, recovery_high: 1800 }] })
    expect(readings).toEqual([{ metric: 'stress_load', day, value: 75, source: 'oura', basisMinutes: 120 }])
  })

  it.each([
    [null, 1800],
    [1800, null],
    [0, 0],
  ])('have no stress load out of %s and %s seconds', (stress_high, recovery_high) => {
    expect(derive({ daily_stress: [{ day, stress_high, recovery_high }] }).readings).toEqual([])
  })

  it('take score, steps and the hours the ring lay aside', () => {
    expect(derive({ daily_activity: [{ day, score: 80, steps: 9000, non_wear_time: 5400 }] }).values).toEqual({
      activity_score: 80,
      steps: 9000,
      non_wear_hours: 1.5,
    })
  })

  it('warn of a value nobody believes and leave it out', () => {
    const { readings, warnings } = derive({ daily_readiness: [{ day, score: 620 }] })
    expect(readings).toEqual([])
    expect(warnings).toEqual(['readiness 620 on 2026-01-20 is outside 0 to 100 and was left out.'])
  })
})
