import { describe, expect, it } from 'vitest'
import { readValue } from '../../../main/config/value-text.ts'

describe('a value on the command line', () => {
  it.each([
    ['22', 22],
    ['"22:00"', '22:00'],
    ['true', true],
    ['[9, 14]', [9, 14]],
    ['null', null],
    ['{ daily: 7 }', { daily: 7 }],
    ['"an open quote', '"an open quote'],
  ])('%s is read as it would be in the file', (text, value) => {
    expect(readValue(text)).toEqual(value)
  })

  it('has no aliases, which could grow without end', () => {
    expect(readValue('[&a 1, *a]')).toBe('[&a 1, *a]')
  })
})
