import { describe, expect, it } from 'vitest'
import { phraseOf } from '../../../main/capture/phrases.ts'

describe('a feature is said in words', () => {
  it.each([
    ['about home', 'speaks of the household'],
    ['much anger', 'speaks of anger'],
    ['opens with errand', 'opens with an errand'],
    ['world is work', 'is at work'],
    ['an action and world is life', 'has an action in private life'],
    ['says "^ told"', 'starts with “told”'],
    ['says "so done"', 'says “so done”'],
    ['very short', 'is very short'],
    ['ends with a question', 'ends with a question'],
    ['a wish', 'has “a wish”'],
  ])('%s: it %s', (name, phrase) => {
    expect(phraseOf(name)).toBe(phrase)
  })
})
