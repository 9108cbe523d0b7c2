import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isHeldOut, readLabelled } from '../../../build/scripts/captures/labelled.ts'
import { accuracyOf, calibrationError, harmOf } from '../../../build/scripts/captures/report.ts'
import { answersTo } from '../../../build/scripts/captures/answers.ts'
import learned from '../../../main/capture/weights.json' with { type: 'json' }
import { peopleIn, personOf } from '../../../main/capture/people.ts'
import { captureClasses } from '../../../main/domain/capture.ts'

const labelled = readLabelled('tests/fixtures/captures/labelled.jsonl')
const heldOut = answersTo(
  labelled.filter((entry) => isHeldOut(entry.text)),
  learned,
)
const otherVoices = answersTo(readLabelled('tests/fixtures/captures/other-voices.jsonl'), learned)

describe('the labelled set', () => {
  it('is large, varied and without repetition', () => {
    expect(labelled.length).toBeGreaterThan(1_500)
    expect(new Set(labelled.map((entry) => entry.text.toLowerCase())).size).toBe(labelled.length)
    for (const kind of captureClasses) expect(labelled.filter((entry) => entry.class === kind).length).toBeGreaterThan(80)
  })

  it('holds out about a fifth, for the test only', () => {
    expect(heldOut.length / labelled.length).toBeGreaterThan(0.15)
    expect(heldOut.length / labelled.length).toBeLessThan(0.25)
  })
})

describe.each([
  ['the held-out fifth', heldOut, 0.83],
  ['other voices', otherVoices, 0.82],
])('on %s the classifier', (_, answers, floor) => {
  it('is right often enough', () => {
    expect(accuracyOf(answers)).toBeGreaterThanOrEqual(floor)
  })

  it('makes a task or a promise of a thought or a vent in at most 2 % of cases without asking', () => {
    expect(harmOf(answers)).toBeLessThanOrEqual(0.02)
  })

  it('is about as right as it is sure', () => {
    expect(calibrationError(answers)).toBeLessThan(0.1)
  })
})

it('names the one a promise was made to', () => {
  const promises = labelled.filter((entry) => entry.person !== undefined)
  const right = promises.filter((entry) => personOf(entry.text, peopleIn(entry.text, []))?.text === entry.person)
  expect(right.length / promises.length).toBeGreaterThan(0.93)
})

it('the weights are small enough to be read at every start', () => {
  expect(readFileSync('main/capture/weights.json').length).toBeLessThan(250_000)
})
