import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understood } from '../../../main/capture/understood.ts'

const context = { now: Date.parse('2026-11-20T10:00:00Z'), zone: 'Europe/London', clients: [], people: ['Quill'] }

const highlights = async (text: string) => (await understood(text, context)).map(({ kind, text: words }) => [kind, words])

describe('while typing', () => {
  it.each([
    [
      "told Ashley I'd send the deck by Friday",
      [
        ['person', 'Ashley'],
        ['date', 'Friday'],
      ],
    ],
    ['dentist thursday 9am', [['date', 'thursday 9am']]],
    [
      'ask quill about the 5th',
      [
        ['person', 'quill'],
        ['date', 'the 5th'],
      ],
    ],
    ['renew passport in June', [['date', 'June']]],
    ['read The 5th Wave', []],
    ['milk, eggs', []],
    ["told our neighbor Bill I'd help", [['person', 'Bill']]],
  ])('“%s” shows %j', async (text, expected) => {
    expect(await highlights(text)).toEqual(expected)
  })

  it('the highlights are in order, never overlap, and are the very characters of the text', async () => {
    const pieces = fc.constantFrom(
      'told ',
      'Ashley ',
      'mum ',
      'by Friday ',
      'on 3 May ',
      'June ',
      'at 4 ',
      'sat ',
      '🌧 ',
      '\n',
      'Dr Osei ',
      'my sister ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (words) => {
        const text = words.join('')
        let last = 0
        for (const { start, end, text: shown } of await understood(text, context)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(shown).toBe(text.slice(start, end))
          last = end
        }
      }),
    )
  })
})
