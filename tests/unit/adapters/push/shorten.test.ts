import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shorten } from '../../../../main/adapters/push/shorten.ts'

it('leaves alone what fits to the byte', () => {
  expect(shorten('ä'.repeat(50), 100)).toBe('ä'.repeat(50))
})

it('marks what it cut, and cuts no character a reader sees as one', () => {
  expect(shorten('👩‍👩‍👧‍👦'.repeat(10), 60)).toBe('👩‍👩‍👧‍👦… (shortened)')
})

it('never goes over the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 15, max: 300 }), (text, limit) => {
      expect(Buffer.byteLength(shorten(text, limit))).toBeLessThanOrEqual(Math.max(limit, 15))
    }),
  )
})
