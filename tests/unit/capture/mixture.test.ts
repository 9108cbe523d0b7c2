import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixtureFeatures } from '../../../main/capture/mixture.ts'
import type { PerClass } from '../../../main/capture/model.ts'
import { singleClasses } from '../../../main/domain/capture.ts'

const probabilities: fc.Arbitrary<PerClass> = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: singleClasses.length,
  maxLength: singleClasses.length,
})
const certain = (kind: (typeof singleClasses)[number]): PerClass => singleClasses.map((each) => (each === kind ? 1 : 0))
const whole = singleClasses.map(() => 0)

describe('what speaks for a text being several things', () => {
  it('is, of an idea and a note, the likeliest pair of two different parts, as all pairs tried one by one say', () => {
    const of = (part: PerClass, kind: (typeof singleClasses)[number]): number => part[singleClasses.indexOf(kind)] ?? 0
    fc.assert(
      fc.property(fc.array(probabilities, { minLength: 2, maxLength: 9 }), (parts) => {
        const pairs = parts.flatMap((one, first) =>
          parts.flatMap((other, second) => (first === second ? [] : [of(one, 'idea') * of(other, 'note')])),
        )
        const features = mixtureFeatures('', whole, parts)
        const said = features.get('an idea beside a note') ?? features.get('a note beside an idea')
        expect(said).toBeCloseTo(Math.max(...pairs), 12)
      }),
    )
  })

  it('is nothing where one part alone is both', () => {
    const both = singleClasses.map((kind) => (kind === 'idea' || kind === 'note' ? 0.5 : 0))
    const features = mixtureFeatures('', whole, [both, certain('venting')])
    expect([features.get('an idea beside a note'), features.get('a note beside an idea')]).toContain(0)
    expect(mixtureFeatures('', whole, [certain('idea'), certain('idea')]).get('parts disagree')).toBe(0)
  })
})
