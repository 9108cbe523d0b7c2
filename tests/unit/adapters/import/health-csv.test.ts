import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { healthCsvHeader, parseHealthCsv } from '../../../../main/adapters/import/health-csv.ts'
import { believable, importableMetrics } from '../../../../main/domain/reading.ts'

const parse = (...lines: readonly string[]) => parseHealthCsv(['day,metric,value', ...lines].join('\n'), 'csv')

describe('a health CSV', () => {
  it('gives one reading a line', () => {
    expect(parse('2026-01-20,readiness,62', '2026-01-20,sleep_hours,6.5')).toEqual({
      readings: [
        { day: '2026-01-20', metric: 'readiness', value: 62, source: 'csv', basisMinutes: null },
        { day: '2026-01-20', metric: 'sleep_hours', value: 6.5, source: 'csv', basisMinutes: null },
      ],
      read: 2,
      skipped: [],
    })
  })

  it.each([
    ['2026-02-30,readiness,62', '"2026-02-30" is not a day written YYYY-MM-DD'],
    ['20.01.2026,readiness,62', '"20.01.2026" is not a day written YYYY-MM-DD'],
    ['2026-01-20,mood,62', /^"mood" is no metric; known are readiness, /],
    ['2026-01-20,non_wear_hours,2', /^"non_wear_hours" is no metric/],
    ['2026-01-20,readiness,good', '"good" is not a number'],
    ['2026-01-20,readiness,0x3e', '"0x3e" is not a number'],
    ['2026-01-20,readiness,NaN', '"NaN" is not a number'],
    ['2026-01-20,readiness,', 'readiness has no value'],
    ['2026-01-20,readiness,620', 'readiness 620 is outside 0 to 100'],
    ['2026-01-20,readiness', 'expected day, metric and value'],
    ['2026-01-20,"readiness,62', 'the quotes do not match'],
  ])('skips the line %j, says why, and keeps the others', (line, reason) => {
    const { readings, read, skipped } = parse('2026-01-19,readiness,70', line, '2026-01-21,readiness,71')
    expect(readings.map(({ day }) => day)).toEqual(['2026-01-19', '2026-01-21'])
    expect(read).toBe(3)
    expect(skipped).toEqual([{ line: 3, reason: expect.stringMatching(reason) as string }])
  })

  it('may have quotes, other separators, line ends of Windows, a column more, and its columns in any order', () => {
    const text = '\uFEFF"Value";day;note;metric\r\n62;2026-01-20;"tired; very";readiness\r\n\r\n'.replace('\uFEFF', '')
    expect(parseHealthCsv(text, 'csv')).toMatchObject({ readings: [{ metric: 'readiness', value: 62 }], read: 1, skipped: [] })
  })

  it('is known by its header alone', () => {
    expect(healthCsvHeader('date,steps\n')).toBeUndefined()
    expect(healthCsvHeader('')).toBeUndefined()
  })

  it('keeps every line that is right, whatever stands between', () => {
    const good = fc
      .tuple(fc.constantFrom(...importableMetrics), fc.integer({ min: 1, max: 28 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([metric, day, part]) => {
        const [least, most] = believable[metric]
        return { metric, day: `2026-01-${String(day).padStart(2, '0')}`, value: least + part * (most - least) }
      })
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            good,
            fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
          ),
          { maxLength: 30 },
        ),
        (lines) => {
          const rights = lines.filter((line) => typeof line !== 'string')
          const parsed = parse(...lines.map((line) => (typeof line === 'string' ? line : `${line.day},${line.metric},${line.value}`)))
          const expected = new Map(rights.map((line) => [`${line.metric} ${line.day}`, line.value]))
          expect(new Map(parsed.readings.map((each) => [`${each.metric} ${each.day}`, each.value]))).toEqual(expected)
          expect(parsed.read).toBe(rights.length + parsed.skipped.length)
        },
      ),
    )
  })
})
