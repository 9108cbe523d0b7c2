import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedSpans } from '../../../../../renderer/features/capture-window/carried-spans.ts'

const text = 'told Priya by Thursday'
const priya = { kind: 'person', start: 5, end: 10, text: 'Priya' } as const
const thursday = { kind: 'date', start: 11, end: 22, text: 'by Thursday' } as const

describe('what was understood, while the text changes', () => {
  it('stays in front of the change, and moves along behind it', () => {
    const after = 'told Priya, please, by Thursday'
    expect(carriedSpans([priya, thursday], text, after)).toEqual([priya, { ...thursday, start: 20, end: 31 }])
  })

  it('is gone where the change touches it', () => {
    expect(carriedSpans([priya, thursday], text, 'told Pria by Thursday')).toEqual([{ ...thursday, start: 10, end: 21 }])
  })

  it('is gone with the text', () => {
    expect(carriedSpans([priya, thursday], text, '')).toEqual([])
  })

  it('always stands on its own words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.nat(22), fc.nat(22), (typed, from, to) => {
        const after = text.slice(0, Math.min(from, to)) + typed + text.slice(Math.max(from, to))
        for (const span of carriedSpans([priya, thursday], text, after)) expect(after.slice(span.start, span.end)).toBe(span.text)
      }),
    )
  })
})
