import { describe, expect, it } from 'vitest'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { createGate } from '../../../main/operator/gate.ts'
import { behindGate } from '../../../main/operator/handlers/behind-gate.ts'

/** Some of the handlers are enough here: the gate knows them by their names. */
function handlersThatSay(said: string[]): Handlers {
  const names = ['tasks:add', 'tasks:list', 'captures:add', 'status:get', 'data:restore', 'operator:check']
  return Object.fromEntries(names.map((name) => [name, () => void said.push(name)])) as unknown as Handlers
}

describe('the gate', () => {
  it('lets everybody pass while nobody has to be alone, without a turn of waiting', () => {
    const said: string[] = []
    const gate = createGate(async () => undefined)
    const handlers = behindGate(handlersThatSay(said), gate)
    void handlers['tasks:add']({ text: 'Memphis report' })
    expect(said).toEqual(['tasks:add'])
  })

  it('keeps what writes waiting while somebody is alone, not what reads nor the work itself', async () => {
    const said: string[] = []
    const gate = createGate(async () => undefined)
    const handlers = behindGate(handlersThatSay(said), gate)
    const { promise: written, resolve } = Promise.withResolvers<void>()
    const alone = gate.alone(() => written)
    const waiting = [
      handlers['tasks:add']({ text: 'Memphis report' }),
      handlers['captures:add']({ text: 'call Sam', origin: 'window', plain: true }),
      handlers['operator:check']({}),
    ]
    void handlers['tasks:list']({ view: 'all', limit: 1 })
    void handlers['status:get']({})
    void handlers['data:restore']({ name: 'daily' })
    expect(said).toEqual(['tasks:list', 'status:get', 'data:restore'])
    resolve()
    await alone
    await Promise.all(waiting.map((each) => Promise.resolve(each)))
    expect(said.slice(3)).toEqual(['tasks:add', 'captures:add', 'operator:check'])
  })

  it('begins once those who passed before are done, and opens also when the work fails', async () => {
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>()
    const gate = createGate(() => settled)
    const said: string[] = []
    const alone = gate.alone(async () => {
      said.push('work')
      throw new Error('failed')
    })
    await Promise.resolve()
    expect([said, gate.closed() === null]).toEqual([[], false])
    settle()
    await expect(alone).rejects.toThrow('failed')
    expect([said, gate.closed()]).toEqual([['work'], null])
  })

  it('lets one after the other be alone', async () => {
    const gate = createGate(async () => undefined)
    const said: string[] = []
    const work = (name: string) => async () => {
      said.push(`${name} begins`)
      await Promise.resolve()
      said.push(`${name} ends`)
    }
    await Promise.all([gate.alone(work('restore')), gate.alone(work('vacuum'))])
    expect(said).toEqual(['restore begins', 'restore ends', 'vacuum begins', 'vacuum ends'])
  })
})
