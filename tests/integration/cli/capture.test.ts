import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { captureClassSchema, captureSegmentSchema, extractedSchema } from '../../../shared/model/capture.ts'
import { commandLineHome, type CommandLineHome } from '../../support/command-line.ts'

let home: CommandLineHome
beforeEach(() => (home = commandLineHome()))
afterEach(() => home.remove())

const nine = '2026-01-20T09:05:00-06:00'

const lineSchema = z.strictObject({
  class: captureClassSchema,
  confidence: z.number().min(0).max(1),
  review: z.boolean(),
  reason: z.string().min(1),
  extracted: extractedSchema,
  segments: z.array(captureSegmentSchema),
})

const captureSchema = z.object({ id: z.string(), text: z.string(), state: z.string(), made: z.array(z.object({ kind: z.string() })) })

describe('thanos capture --classify-only', () => {
  it('answers each line of standard input with one line, empty ones too, and opens no database', () => {
    const input = 'Buy milk tomorrow\n\nI hate this stupid printer\r\nnext\u2028line \u0085 שלום 👩‍👩‍👧‍👦\nno line feed'
    const answer = home.thanosReading(input, 'capture', '--classify-only', '--lines', '--json', '--now', nine)
    expect(answer).toMatchObject({ code: 0, err: '' })
    const lines = answer.out.trimEnd().split(/[\n\u0085\u2028]/)
    expect(lines).toHaveLength(5)
    const answers = lines.map((line) => lineSchema.parse(JSON.parse(line)))
    expect(answers[0]).toMatchObject({
      class: 'personal_task',
      review: false,
      extracted: { title: 'Buy milk', due: { date: '2026-01-21' } },
    })
    expect(answers[1]).toMatchObject({ class: 'thinking', review: true })
    expect(answers[2]?.class).toBe('venting')
    expect(existsSync(join(home.dataFolder, 'operator.db'))).toBe(false)
  })

  it('keeps up with thousands of lines', () => {
    const answer = home.thanosReading('Call the bank by Friday\n'.repeat(4_000), 'capture', '--classify-only', '--lines', '--json')
    expect(answer.out.match(/\n/g)).toHaveLength(4_000)
  })

  it('says it in words without --json', () => {
    expect(home.thanosReading('Buy milk tomorrow\n', 'capture', '--classify-only', '--lines').out).toMatch(
      /^personal task +\d+ % +Buy milk tomorrow\n$/,
    )
    expect(home.thanos('capture', '--classify-only', 'Buy', 'milk', 'tomorrow').out).toContain('title: Buy milk')
  })

  it('honours the confidence below which the owner decides', () => {
    const only = () => lineSchema.parse(home.json('capture', '--classify-only', 'Buy milk tomorrow'))
    expect(only().review).toBe(false)
    home.configure('capture: { review_below: 1 }\n')
    expect(only().review).toBe(true)
  })

  it('ends with 3 where the configuration is invalid', () => {
    home.configure('capture: { review_belo: 1 }\n')
    expect(home.thanosReading('x\n', 'capture', '--classify-only', '--lines')).toMatchObject({ code: 3, out: '' })
  })
})

describe('thanos capture', () => {
  const capture = (...args: readonly string[]) => captureSchema.parse(home.json('capture', ...args, '--now', nine))

  it('keeps the words and says what became of them', () => {
    const answer = home.thanos('capture', 'Buy', 'milk', 'and', 'eggs', 'tomorrow', '--now', nine)
    expect(answer).toMatchObject({ code: 0, err: '' })
    expect(answer.out).toMatch(/^Task: Buy milk and eggs\. \(n-/)
    expect(home.json('task', 'list', '--now', nine)).toMatchObject({ tasks: [{ title: 'Buy milk and eggs', due: '2026-01-21' }] })
  })

  it('keeps standard input as it is, but for the line feed at its end', () => {
    const text = '  first line\n\n\ttab and שלום 👩‍👩‍👧‍👦\u2028'
    home.thanosReading(`${text}\n`, 'capture', '-')
    expect(home.json('capture', 'show')).toMatchObject({ text, origin: 'cli' })
  })

  it('takes list, show and undo for commands only where they stand alone or before an id', () => {
    expect(capture('list', 'the', 'shoes').text).toBe('list the shoes')
    expect(capture('show', 'Anna').text).toBe('show Anna')
    expect(captureSchema.parse(JSON.parse(home.thanos('capture', '--json', '--', 'undo').out)).text).toBe('undo')
  })

  it('lists, shows, files anew and takes back', () => {
    const { id } = capture('Buy milk tomorrow')
    expect(home.json('capture', 'list')).toMatchObject({ captures: [{ id, state: 'filed' }], waiting: 0 })
    expect(home.thanos('capture', 'reclassify', id, 'note').out).toMatch(
      /As note:\n {2}\+ note .*\n {2}- task Buy milk\nNothing was changed yet/,
    )
    expect(home.json('task', 'list')).toMatchObject({ tasks: [{ title: 'Buy milk' }] })
    expect(home.thanos('capture', 'reclassify', id, 'note', '--yes')).toMatchObject({ code: 0, out: expect.stringMatching(/^Note: /) })
    expect(home.json('task', 'list')).toMatchObject({ tasks: [] })
    expect(home.json('capture', 'list', '--notes')).toMatchObject({ captures: [{ id }] })
    expect(home.thanos('capture', 'undo', id).out).toContain('taken back')
    expect(home.json('capture', 'show', id)).toMatchObject({
      state: 'undone',
      text: 'Buy milk tomorrow',
      answers: [{}, { classifier: 'owner' }],
    })
  })

  it.each([
    ['nothing to keep', ['capture'], 'TEXT is missing'],
    ['lines without --classify-only', ['capture', '--lines'], '--lines goes with --classify-only'],
    ['two kinds of list', ['capture', 'list', '--notes', '--ideas'], 'exclude each other'],
    ['a class that is none', ['capture', 'reclassify', 'n-1', 'chore'], 'chore is no class'],
    ['words that begin with a dash', ['capture', '-5', 'degrees'], 'Put -- before words'],
    ['the latest of none', ['capture', 'show'], 'Nothing was captured yet'],
  ])('refuses %s in one line, with exit status 2', (_, args, words) => {
    const answer = home.thanos(...args)
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain(words)
    expect(answer.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('ends with 1 for an id that is not there', () => {
    expect(home.thanos('capture', 'show', 'n-0')).toMatchObject({ code: 1, err: expect.stringContaining('There is no capture n-0') })
  })
})
