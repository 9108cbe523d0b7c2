import { describe, expect, it } from 'vitest'
import { createFormats } from '../../../../../renderer/app/formats.ts'
import { readEvidence } from '../../../../../renderer/features/inbox/evidence.ts'

const formats = createFormats('en-GB', 'America/Chicago')

describe('evidence', () => {
  it('sets the figures apart, with their units, and says the rest in words', () => {
    const { facts, particulars } = readEvidence(
      { rule: 'sleep', severity: 'medium', evidence: { value: 5.8, threshold: 6, day: '2026-01-20', source: 'oura', age_seconds: 5400 } },
      formats,
    )
    expect(facts).toEqual([
      { label: 'asleep last night', figure: '5.8', unit: 'h' },
      { label: 'a warning below', figure: '6', unit: 'h' },
    ])
    expect(particulars).toEqual([
      { label: 'Day', text: 'Tue 20 January' },
      { label: 'Source', text: 'Oura' },
      { label: 'Age of the data', text: '2 h' },
    ])
  })

  it('shows a key it does not know as it is written', () => {
    const { particulars } = readEvidence({ rule: 'new', severity: 'low', evidence: { phase_of_moon: 'full' } }, formats)
    expect(particulars).toEqual([{ label: 'Phase of moon', text: 'full' }])
  })

  it('leaves out what is empty', () => {
    expect(readEvidence({ rule: 'overdue', severity: 'low', evidence: { tasks: [], oldest: null, note: '' } }, formats)).toEqual({
      facts: [],
      particulars: [],
    })
  })
})
