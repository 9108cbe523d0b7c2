import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textPieces } from '../../../../../renderer/features/capture-window/text-pieces.ts'

const span = (kind: 'date' | 'person', start: number, end: number) => ({ kind, start, end, text: '' })

describe('the text, cut where something was understood', () => {
  it('has each marked word as a piece of its own', () => {
    expect(textPieces('told Priya by Thursday', [span('date', 11, 22), span('person', 5, 10)])).toEqual([
      { text: 'told ', start: 0, kind: null },
      { text: 'Priya', start: 5, kind: 'person' },
      { text: ' ', start: 10, kind: null },
      { text: 'by Thursday', start: 11, kind: 'date' },
    ])
  })

  it('leaves out a mark that overlaps an earlier one or reaches beyond the text', () => {
    const pieces = textPieces('by Thursday', [span('date', 0, 11), span('person', 3, 11), span('date', 8, 40)])
    expect(pieces).toEqual([{ text: 'by Thursday', start: 0, kind: 'date' }])
  })

  it('loses no character and adds none, whatever the marks', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })))
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: 'binary' }), spans, (text, places) => {
        const pieces = textPieces(
          text,
          places.map(([start, end]) => span('date', start, end)),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})
