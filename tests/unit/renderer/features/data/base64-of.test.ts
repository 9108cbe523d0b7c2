import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64Of } from '../../../../../renderer/features/data/base64-of.ts'

it('gives every byte, also where a file is longer than one piece', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 1, max: 2_000 }), (piece, times) => {
      const bytes = Buffer.concat(Array.from({ length: times }, () => piece))
      expect(base64Of(new Uint8Array(bytes).buffer)).toBe(bytes.toString('base64'))
    }),
    { numRuns: 20 },
  )
})
