import { describe, expect, it } from 'vitest'
import { evaluateResources } from '../../../main/monitors/resources.ts'

const megabyte = 1_048_576
const outcome = (freeBytes: number | null, residentBytes = 0) =>
  evaluateResources({ freeBytes, residentBytes }).map((each) =>
    each.outcome === 'firing' ? each.findings.map(({ key, severity }) => `${key} ${severity}`) : each.outcome,
  )

describe('the watch over disk and memory', () => {
  it.each([
    [null, 'clear'],
    [200 * megabyte, 'clear'],
    [200 * megabyte - 1, ['operator:disk_low medium']],
    [50 * megabyte, ['operator:disk_low medium']],
    [50 * megabyte - 1, ['operator:disk_low high']],
    [0, ['operator:disk_low high']],
  ])('with %j bytes free says %j', (freeBytes, expected) => {
    expect(outcome(freeBytes)[0]).toEqual(expected)
  })

  it.each([
    [600 * megabyte - 1, 'clear'],
    [600 * megabyte, ['operator:memory_high medium']],
  ])('with %j bytes of memory says %j', (residentBytes, expected) => {
    expect(outcome(null, residentBytes)[1]).toEqual(expected)
  })

  it('says the same while a few bytes come and go', () => {
    expect(evaluateResources({ freeBytes: megabyte, residentBytes: 0 })).toEqual(
      evaluateResources({ freeBytes: 2 * megabyte, residentBytes: 0 }),
    )
  })
})
