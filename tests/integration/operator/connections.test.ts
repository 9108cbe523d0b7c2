import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listJournal } from '../../../main/store/journal.ts'
import { loadQueuedChanges } from '../../../main/store/remote-changes.ts'
import { OuraServer } from '../../support/servers/oura-server.ts'
import { folderWithSources } from '../../support/folder-with-sources.ts'
import { testOperator } from '../../support/test-operator.ts'

async function connected(environment: Readonly<Record<string, string>> = {}) {
  const server = new OuraServer()
  await server.start()
  onTestFinished(() => server.stop())
  return { server, ...(await testOperator({ folder: folderWithSources({ oura: server.url }), environment })) }
}

describe('the Connections page', () => {
  it('sets, tests, finds and forgets a key, and never gives it out', async () => {
    const { operator, db, server } = await connected()
    const { handlers } = operator
    const secret = 'planted-token-value'
    server.validTokens.add(secret)
    await expect(handlers['secrets:set']({ name: 'OURA_ACCESS_TOKEN', value: secret })).rejects.toMatchObject({ code: 'refused' })
    expect(await handlers['secrets:allow-file']({})).toEqual({ place: 'file' })
    expect(await handlers['secrets:set']({ name: 'OURA_ACCESS_TOKEN', value: `${secret}\n` })).toMatchObject({ secret: { place: 'file' } })
    expect(await handlers['sources:test']({ name: 'oura' })).toMatchObject({ ok: true })
    const seen = [
      await handlers['sources:list']({}),
      await handlers['secrets:list']({}),
      await operator.doctor(),
      listJournal(db, { limit: 100 }),
    ]
    expect(JSON.stringify(seen)).not.toContain(secret)
    expect(await handlers['sources:disconnect']({ name: 'oura' })).toEqual({ forgotten: ['OURA_ACCESS_TOKEN'] })
    expect(await handlers['sources:test']({ name: 'oura' })).toMatchObject({ ok: false })
    expect(listJournal(db, { types: ['secret_set', 'secret_deleted'], limit: 9 }).map((entry) => entry.type)).toEqual([
      'secret_deleted',
      'secret_set',
    ])
  })

  it('says why a test failed', async () => {
    const { operator } = await connected({ OURA_ACCESS_TOKEN: 'wrong', WORKOS_DATABASE_URL: 'postgresql://u:planted@127.0.0.1:9/w' })
    expect(await operator.handlers['sources:test']({ name: 'oura' })).toEqual({
      ok: false,
      message: expect.stringContaining('did not accept the access token'),
    })
    const workos = await operator.handlers['sources:test']({ name: 'workos' })
    expect([workos.ok, workos.message.includes('planted')]).toEqual([false, false])
    expect(await operator.handlers['sources:test']({ name: 'state_files' })).toMatchObject({ ok: false })
  })

  it('explains what the browser login needs, and shows how far the past is filled in', async () => {
    const { operator } = await connected({ OURA_ACCESS_TOKEN: 'token-1' })
    await expect(operator.handlers['sources:connect']({ name: 'oura' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('OURA_CLIENT_ID'),
    })
    const oura = async () => (await operator.handlers['sources:list']({})).connections.find((each) => each.source.name === 'oura')
    expect(await oura()).toMatchObject({
      backfill: { days: 0, of: 90 },
      secrets: [{ name: 'OURA_ACCESS_TOKEN', place: 'environment' }, {}, {}, {}],
    })
    await operator.runOnce()
    expect(await oura()).toMatchObject({ backfill: { days: 90, of: 90 }, source: { condition: 'ok', from: 'direct' } })
  })

  it('tries a source again at once', async () => {
    const { operator, server } = await connected({ OURA_ACCESS_TOKEN: 'token-1' })
    await operator.runOnce()
    server.interference = (_request, response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end()
      return true
    }
    await operator.runOnce()
    server.interference = () => false
    expect((await operator.runOnce()).sources['oura']?.state).toBe('rate_limited')
    expect(await operator.handlers['sources:retry']({ name: 'oura' })).toMatchObject({ source: { condition: 'ok' } })
  })
})

describe('a task of the tasks database', () => {
  it('shows as pending from when it is sent, and done and undone before it was sent leaves nothing to send', async () => {
    const { operator, db } = await connected()
    const { handlers } = operator
    const { task } = await handlers['tasks:add']({ text: 'Call the venue' })
    expect(task.pendingWrite).toBe(false)
    expect((await handlers['tasks:send']({ id: task.id })).task.pendingWrite).toBe(true)
    await handlers['tasks:complete']({ id: task.id })
    expect(loadQueuedChanges(db, 'workos').map((change) => change.kind)).toEqual(['create', 'complete'])
    await handlers['tasks:reopen']({ id: task.id })
    expect(loadQueuedChanges(db, 'workos').map((change) => change.kind)).toEqual(['create'])
  })
})

describe('the doctor', () => {
  it('finds a healthy operator healthy', async () => {
    const { operator } = await connected({ OURA_ACCESS_TOKEN: 'token-1' })
    await operator.runOnce()
    const checks = await operator.doctor()
    expect(checks.filter((check) => check.result === 'failed')).toEqual([])
    expect(checks.map((check) => check.name)).toEqual([
      'configuration',
      'data folder',
      'database',
      'keychain',
      'source oura',
      'source workos',
      'source state_files',
      'health data',
      'notifications',
      'clock',
      'disk',
    ])
  })

  it('says what is wrong and what to do', async () => {
    const { operator, server, clock, folder } = await connected({ OURA_ACCESS_TOKEN: 'token-1' })
    server.documents['daily_readiness'] = [{ id: 'r', day: '2026-01-17', score: 70 }]
    await operator.runOnce()
    await server.stop()
    writeFileSync(join(folder, 'config', 'operator.yaml'), 'bogus: 1\n')
    await operator.reload()
    clock.jumpTo('2026-01-19T20:00:00Z')
    const failed = new Map((await operator.doctor()).filter((check) => check.result !== 'ok').map((check) => [check.name, check]))
    expect([...failed.keys()]).toEqual(expect.arrayContaining(['configuration', 'source oura', 'clock']))
    expect(failed.get('source oura')?.fix).toContain('thanos connect oura')
    for (const check of failed.values()) expect(check.detail).not.toContain('token-1')
    await server.start()
  })
})
