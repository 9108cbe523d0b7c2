import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../../main/capture/classify.ts'
import { captureClasses } from '../../../main/domain/capture.ts'

const context = { now: Date.parse('2026-11-20T10:00:00Z'), zone: 'Europe/London', clients: [], people: [] }

describe('a capture', () => {
  it.each([
    ['just shut up and do your job, fix it yourself', 'venting'],
    ['I wish I could just move to Lisbon', 'thinking'],
    ['milk, eggs', 'personal_task'],
    ['dentist thursday', 'personal_task'],
    ['Memphis invoice', 'work_task'],
    ['build an app that tells you when to water the plants', 'idea'],
    ["told Ashley I'd send the deck by Friday", 'commitment'],
    ["Tom said he'd send it on Monday", 'note'],
    ['Sam seems tired lately', 'observation'],
    ['need to buy milk. also had an idea: an app that reads recipes aloud', 'mixed'],
  ])('“%s” is taken for %s', async (text, kind) => {
    expect((await classify(text, context)).class).toBe(kind)
  })

  it('says why in one sentence, and names the features that spoke, the loudest first', async () => {
    const { reason, features } = await classify('should I renew the lease or not', context)
    expect(reason).toMatch(/^Taken for thinking aloud, because .+\.$/)
    expect(features.length).toBeGreaterThan(2)
    const loudness = features.map(({ weight }) => Math.abs(weight))
    expect(loudness).toEqual([...loudness].sort((left, right) => right - left))
  })

  it('in several parts keeps each as it stands in the text, with its own class and date', async () => {
    const text = 'Promised Leo a bike ride on sunday.  Deck for Hooli due monday!'
    const { segments } = await classify(text, context)
    expect(segments.map(({ class: kind, extracted }) => [kind, extracted.due?.date])).toEqual([
      ['commitment', '2026-11-22'],
      ['work_task', '2026-11-23'],
    ])
    for (const segment of segments) expect(segment.text).toBe(text.slice(segment.start, segment.end))
  })

  it('that says nothing is thinking, for review', async () => {
    for (const text of ['', ' ', '\n', '🤷', '…', 'مرحبا بالعالم', '\u0000\u0007']) {
      expect(await classify(text, context)).toMatchObject({ class: 'thinking', review: true })
    }
  })

  it('pasted from a terminal is a note', async () => {
    const trace =
      "TypeError: Cannot read properties of null (reading 'id')\n    at Object.run (/app/src/index.js:10:5)\n    at main (/app/src/cli.js:3:1)"
    expect(await classify(trace, context)).toMatchObject({ class: 'note', segments: [] })
  })

  it('of more than 5,000 characters is judged by its beginning', async () => {
    const page = 'I am so sick of this, everybody wants something and nobody listens. '.repeat(80).slice(0, 5_000)
    expect(await classify(`${page} buy milk, call the dentist`, context)).toEqual(await classify(page, context))
  })

  it('gets the same answer every time', async () => {
    const text = 'call the bank tomorrow, and what if we sold the car?'
    expect(await classify(text, context)).toEqual(await classify(text, context))
  })

  it('like one that was corrected follows the correction', async () => {
    const text = 'swim club thursday'
    const corrections = [{ text: 'Swim club Thursday', class: 'note' as const }]
    expect(await classify(text, { ...context, corrections })).toMatchObject({ class: 'note', review: false })
    expect((await classify('paint the fence', { ...context, corrections })).confidence).toBe(
      (await classify('paint the fence', context)).confidence,
    )
  })

  it('is reviewed below the configured confidence, which is 0.6 where none is', async () => {
    const text = 'buy milk tomorrow'
    const { confidence, review } = await classify(text, context)
    expect(review).toBe(false)
    expect((await classify(text, { ...context, reviewBelow: confidence - 0.000001 })).review).toBe(false)
    expect((await classify(text, { ...context, reviewBelow: confidence + 0.000001 })).review).toBe(true)
  })

  it('of any characters at all is classified without failing, with a confidence from 0 to 1', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 })),
        async (text) => {
          const answer = await classify(text, context)
          expect(captureClasses).toContain(answer.class)
          expect(answer.confidence).toBeGreaterThanOrEqual(0)
          expect(answer.confidence).toBeLessThanOrEqual(1)
          for (const segment of answer.segments) expect(segment.text).toBe(text.slice(segment.start, segment.end))
        },
      ),
    )
  })
})
