import { describe, expect, it } from 'vitest'
import { counted, dayInWords, namesOf, plainNumber } from '../../../main/monitors/words.ts'

describe('words of the rules', () => {
  it.each([
    ['2026-01-17', '17 January'],
    ['2026-09-01', '1 September'],
    ['2024-02-29', '29 February'],
    ['2026-12-31', '31 December'],
  ])('%s is %s', (day, words) => {
    expect(dayInWords(day)).toBe(words)
    expect(dayInWords(day)).toBe(
      new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    )
  })

  it('name a few and count the rest', () => {
    expect(namesOf([])).toBe('')
    expect(namesOf(['a'])).toBe('a')
    expect(namesOf(['a', 'b'])).toBe('a and b')
    expect(namesOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d and e')
    expect(namesOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more')
  })

  it('count one and many, and round to a tenth', () => {
    expect([counted(1, 'task'), counted(2, 'task'), counted(0, 'promise')]).toEqual(['1 task', '2 tasks', '0 promises'])
    expect([plainNumber(6), plainNumber(5.25), plainNumber(-14.96)]).toEqual(['6', '5.3', '-15'])
  })
})
