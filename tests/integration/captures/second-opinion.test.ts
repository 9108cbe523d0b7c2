import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settled } from '../../../main/operator/captures/settle.ts'
import type { Classification } from '../../../main/domain/capture.ts'
import { minute } from '../../../main/domain/instant.ts'
import { claudeAnswers, claudeSays, claudeServer } from '../../support/servers/claude-server.ts'
import type { Answer } from '../../support/servers/http-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testOperator } from '../../support/test-operator.ts'

/** The rules are always unsure enough to ask, and sure enough to file. */
async function operatorWith(answer: Answer, capture = 'ask_below: 1') {
  const server = await claudeServer(answer)
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'config'))
  writeFileSync(
    join(folder, 'config', 'operator.yaml'),
    `retry: { attempts: 1 }\nsources: { oura: { enabled: false }, workos: { enabled: false } }\ncapture: { claude: { base_url: "${server.url}", ${capture} } }\n`,
  )
  const opened = await testOperator({ folder, environment: { ANTHROPIC_API_KEY: 'sk-planted' } })
  const { operator } = opened
  const add = async (text: string) => (await operator.handlers['captures:add']({ text, origin: 'cli', plain: false })).capture
  const get = async (id: string) => operator.handlers['captures:get']({ id })
  return { ...opened, server, add, get }
}

describe('a second opinion', () => {
  it('turns a task into what is none, and takes the task away', async () => {
    const { add, db, get } = await operatorWith(claudeSays({ class: 'venting', confidence: 0.95 }))
    const { id, made } = await add('Buy milk and eggs tomorrow')
    expect(made).toMatchObject([{ kind: 'task' }])
    await expect.poll(async () => (await get(id)).capture.answer?.classifier).toBe('claude')
    const { answers, capture } = await get(id)
    expect(capture).toMatchObject({ state: 'filed', answer: { class: 'venting' }, made: [{ kind: 'journal' }] })
    expect(answers.map(({ classifier }) => classifier)).toEqual(['rules', 'claude'])
    expect(db.all('SELECT id FROM tasks')).toEqual([])
  })

  it('that would make a task against confident rules is kept for the owner', async () => {
    const { add, db, get } = await operatorWith(claudeSays({ class: 'personal_task', confidence: 0.99, title: 'Break the printer' }))
    const { id, state } = await add('I am so sick of this stupid printer, I hate it')
    expect(state).toBe('filed')
    await expect.poll(async () => (await get(id)).capture.answer?.classifier).toBe('claude')
    expect((await get(id)).capture).toMatchObject({ state: 'review', made: [], answer: { class: 'personal_task' } })
    expect(db.all('SELECT id FROM tasks')).toEqual([])
  })

  it('is not asked for twice of the same text', async () => {
    const { add, get, server } = await operatorWith(claudeSays({ class: 'note', confidence: 0.95, title: 'Shoes' }))
    for (let time = 0; time < 2; time += 1) {
      const { id } = await add('shoes tomorrow, maybe')
      await expect.poll(async () => (await get(id)).capture.answer?.classifier).toBe('claude')
    }
    expect(server.requests).toHaveLength(1)
  })

  it('that was not to be had is no classification, leaves the rules’ answer standing and is asked for again after a later cycle', async () => {
    const { add, clock, get, operator, server } = await operatorWith(claudeAnswers.stopped('refusal', ''))
    await operator.start()
    const { id } = await add('Buy milk and eggs tomorrow')
    await expect.poll(async () => (await get(id)).capture.unheard).toContain('declined')
    expect(await get(id)).toMatchObject({ capture: { state: 'filed', made: [{ kind: 'task' }] }, answers: [{ classifier: 'rules' }] })
    server.answer = claudeSays({ class: 'idea', confidence: 0.9 })
    await operator.check()
    clock.advance(16 * minute)
    await operator.check()
    await expect.poll(async () => (await get(id)).capture.answer?.class, { timeout: 5_000 }).toBe('idea')
    expect((await get(id)).capture.unheard).toBeNull()
    expect(server.requests).toHaveLength(2)
  })

  it('is not wanted where the rules are sure', async () => {
    const { add, operator, server } = await operatorWith(claudeSays({}), 'ask_below: 0')
    await add('Buy milk and eggs tomorrow')
    await operator.check()
    expect(server.requests).toEqual([])
    expect(await operator.handlers['captures:claude']({})).toEqual({
      isSet: true,
      callsToday: 0,
      mostCallsPerDay: 200,
      costToday: 0,
      problem: null,
    })
  })
})

describe('what holds when both have spoken', () => {
  const said = (kind: Classification['class'], confidence: number, classifier: 'rules' | 'claude'): Classification => ({
    class: kind,
    confidence,
    classifier,
    review: false,
    reason: '',
    extracted: { title: '', due: null, person: null, client: null, priority: null, effort: null },
    segments: [],
    features: [],
  })

  it.each([
    ['venting', 0.62, 'personal_task', 0.95, true],
    ['thinking', 0.62, 'commitment', 0.95, true],
    ['note', 0.62, 'mixed', 0.95, true],
    ['venting', 0.59, 'personal_task', 0.95, false],
    ['personal_task', 0.9, 'venting', 0.95, false],
    ['personal_task', 0.9, 'work_task', 0.95, false],
    ['thinking', 0.9, 'note', 0.59, true],
    ['thinking', 0.9, 'note', 0.6, false],
  ] as const)('rules %s %d, Claude %s %d: review %s', (rules, sure, claude, surer, review) => {
    expect(settled(said(rules, sure, 'rules'), said(claude, surer, 'claude'), 0.6)).toMatchObject({ class: claude, review })
  })
})
