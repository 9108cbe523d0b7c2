import { describe, expect, it } from 'vitest'
import { nearestName } from '../../../../shared/model/nearest-name.ts'

const known = ['thresholds', 'enabled', 'rules_off', 'hours', 'sat', 'sun']

describe('the nearest known name', () => {
  it.each([
    ['tresholds', 'thresholds'],
    ['threhsolds', 'thresholds'],
    ['Enabled', 'enabled'],
    ['rules-off', 'rules_off'],
    ['hour', 'hours'],
    ['sta', 'sat'],
    ['saturday', null],
    ['bananas', null],
    ['', null],
    ['x', null],
  ])('of %j is %j', (found, nearest) => {
    expect(nearestName(found, known)).toBe(nearest)
  })
})
