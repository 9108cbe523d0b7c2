import { describe, expect, it } from 'vitest'
import { areForList, areForOne, areForReclassify, readClass } from '../../../main/headless/capture-words.ts'

describe('the words after thanos capture', () => {
  it.each([
    [areForList, '', true],
    [areForList, 'the shoes', false],
    [areForOne, '', true],
    [areForOne, 'n-0mkmsc3jk00xk2a91', true],
    [areForOne, 'telegram-42', true],
    [areForOne, 'Anna', false],
    [areForOne, 'n-1 n-2', false],
    [areForReclassify, '', true],
    [areForReclassify, 'thinking', true],
    [areForReclassify, 'n-1 work_task', true],
    [areForReclassify, 'n-1 nonsense', true],
    [areForReclassify, 'the books', false],
    [areForReclassify, 'books', false],
    [areForReclassify, 'n-1 work task', false],
  ])('%o takes “%s”: %s', (takes, words, expected) => {
    expect(takes(words === '' ? [] : words.split(' '))).toBe(expected)
  })

  it('name a class with either line between', () => {
    expect([readClass('work_task'), readClass('Work-Task'), readClass('chore'), readClass(undefined)]).toEqual([
      'work_task',
      'work_task',
      null,
      null,
    ])
  })
})
