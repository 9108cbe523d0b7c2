import { describe, expect, it } from 'vitest'
import { loudFeatures } from '../../../../../renderer/features/captures/loud-features.ts'

const features = [
  { name: 'quiet', weight: 0.1 },
  { name: 'against', weight: -2 },
  { name: 'for', weight: 1 },
]

describe('the features that spoke', () => {
  it('stand by how loudly they spoke, for or against, and in proportion to the loudest', () => {
    expect(loudFeatures(features).map(({ name, share }) => [name, share])).toEqual([
      ['against', 1],
      ['for', 0.5],
      ['quiet', 0.05],
    ])
  })

  it('are only as many as a person reads', () => {
    expect(loudFeatures(features, 2).map(({ name }) => name)).toEqual(['against', 'for'])
  })

  it('may all have said nothing', () => {
    expect(loudFeatures([{ name: 'silent', weight: 0 }])).toEqual([{ name: 'silent', weight: 0, share: 0 }])
  })
})
