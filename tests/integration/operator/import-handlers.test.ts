import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testOperator } from '../../support/test-operator.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const readings = base64('day,metric,value\n2026-01-18,readiness,71\n2026-01-19,readiness,many\n')

it('takes a file of readings, names what it skipped, and calls the file by its own name', async () => {
  const { operator, folder } = await testOperator()
  const { handlers } = operator
  const report = await handlers['data:import']({ what: 'health', name: 'ring.csv', content: readings })
  expect(report).toMatchObject({ read: 2, added: 1, changed: 0, skippedInAll: 1 })
  expect(report.skipped[0]).toMatchObject({ line: 3 })
  const again = await handlers['data:import']({ what: 'health', name: 'ring.csv', content: readings })
  expect(again).toMatchObject({ added: 0, unchanged: 1 })
  const { entries } = await handlers['journal:list']({ types: ['import'], before: null, limit: 10 })
  expect(entries.map(({ title }) => title)).toEqual(['Imported ring.csv: 1 added, 0 changed, 1 skipped'])
  expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('import-'))).toEqual([])
})

it('takes tasks and promises as `thanos task import` does', async () => {
  const { operator } = await testOperator()
  const { handlers } = operator
  const tasks = base64('{"id":"t-1","title":"Memphis report","due":"2026-01-18"}\n')
  expect(await handlers['data:import']({ what: 'tasks', name: 'tasks.jsonl', content: tasks })).toMatchObject({ added: 1 })
  const promises = base64('[{"id":"p-1","what":"date night","to":"Ashley","due":"2026-01-17","status":"active"}]')
  expect(await handlers['data:import']({ what: 'promises', name: 'promises.json', content: promises })).toMatchObject({ added: 1 })
  expect((await handlers['status:get']({})).promisesDue).toBe(1)
})

it('brings an exported journal back in, each entry once', async () => {
  const { operator } = await testOperator()
  const { handlers } = operator
  await handlers['operator:pause']({ until: null })
  const exported = await handlers['data:export']({})
  if (exported.kind !== 'text') throw new Error('a short journal is answered as text')
  const report = await handlers['data:import']({ what: 'journal', name: 'journal.jsonl', content: base64(exported.text) })
  expect(report).toMatchObject({ read: exported.entries, added: 0, unchanged: exported.entries })
})

it('refuses what is no health data by the name of the file, never by the place it lay in', async () => {
  const { operator } = await testOperator()
  const wrong = operator.handlers['data:import']({ what: 'health', name: 'holiday.txt', content: base64('sun and sea') })
  await expect(wrong).rejects.toThrow(/^holiday\.txt holds no health data/)
  await expect(wrong).rejects.not.toThrow(/import-/)
})
