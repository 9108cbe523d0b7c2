import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMessage } from '../../../../main/adapters/telegram/split-message.ts'
import { readMarkdownV2 } from '../../../support/servers/markdown-v2.ts'

const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('splitting a Telegram message', () => {
  it('leaves a short one whole, the title bold', () => {
    expect(splitMessage('Late', 'Do it.')).toEqual(['*Late*\n\nDo it\\.'])
    expect(splitMessage('Late', '')).toEqual(['*Late*'])
  })

  it('breaks after white space where there is some', () => {
    const pieces = splitMessage('T', 'word '.repeat(2_000))
    expect(pieces.length).toBeGreaterThan(2)
    for (const piece of pieces) expect(piece.endsWith('word')).toBe(true)
  })

  it('cuts no escape: a body of full stops has two units a character', () => {
    const pieces = splitMessage('T', '.'.repeat(10_000))
    expect(pieces.map(readMarkdownV2).join('').length).toBe(10_000 + '\n\n'.length + 1)
  })

  it('cuts no surrogate pair and no family of joined figures', () => {
    const family = '👩‍👩‍👧‍👦'
    for (const piece of splitMessage('T', family.repeat(1_000))) {
      expect(piece.isWellFormed()).toBe(true)
      expect(piece.replace(/^\*T\*\n\n/, '').length % family.length).toBe(0)
    }
  })

  it('keeps a title bold through every piece it fills', () => {
    const pieces = splitMessage('long title '.repeat(900), 'end')
    expect(pieces.length).toBeGreaterThan(2)
    for (const piece of pieces) expect(piece).toMatch(/^\*[^*]+\*/)
  })

  it('takes a pile of combining marks longer than a message apart rather than fail', () => {
    const pieces = splitMessage('T', `a${'\u0301'.repeat(9_000)}`)
    expect(pieces.length).toBeGreaterThan(2)
  })

  it('loses nothing, whatever the text, and every piece is valid and within the limit', () => {
    const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.stringMatching(/^[_*[\]()~`>#+\-=|{}.! \\\n]{0,300}$/))
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 140, max: 400 }), (title, body, limit) => {
        const pieces = splitMessage(title, body, limit)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(limit)
        expect(squeezed(pieces.map(readMarkdownV2).join(''))).toBe(squeezed(title + body))
      }),
    )
  })
})
