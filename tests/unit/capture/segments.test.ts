import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../../main/capture/segments.ts'

const parts = (text: string): readonly string[] => segmentsOf(text).map(({ start, end }) => text.slice(start, end))

describe('a text falls apart', () => {
  it.each([
    ['Call the plumber. Send Globex the quote.', ['Call the plumber.', 'Send Globex the quote.']],
    ['- pay electricity\n- deploy v2.3', ['pay electricity', 'deploy v2.3']],
    ['1. call bank 2. deploy api', ['call bank', 'deploy api']],
    ['finish the proposal, buy wine, and I promised Jon a call', ['finish the proposal', 'buy wine', 'I promised Jon a call']],
    ['pick up suit / invoice Stark', ['pick up suit', 'invoice Stark']],
  ])('“%s”', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it.each([
    'milk, eggs, bread',
    'ask Dr. Osei about the dose',
    'salt and pepper',
    'Error: boom\n    at render (app.js:1:2)\n    at flush (b.js:3:4)',
  ])('but “%s” stays whole', (text) => {
    expect(segmentsOf(text)).toHaveLength(1)
  })

  it('into spans that are in order, apart from each other, inside the text and not blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0
        for (const { start, end } of segmentsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end).trim()).not.toBe('')
          last = end
        }
      }),
    )
  })
})
