import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadConfiguration } from '../../../main/config/load.ts'
import { watchConfiguration, type ConfigurationWatch } from '../../../main/config/watch.ts'

/** The port that whoever hears of it chokes on. */
const troublesome = 13

let folder = ''
let watching: ConfigurationWatch | null = null
let ports: number[] = []
let refusals: string[][] = []
const file = () => join(folder, 'operator.yaml')
const load = () => loadConfiguration({ file: file(), cacheFolder: join(folder, 'data'), program: 'test', make: false })
const clock = {
  after: (milliseconds: number, action: () => void) => {
    const timer = setTimeout(action, milliseconds)
    return () => clearTimeout(timer)
  },
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thanos-watch-'))
  ports = []
  refusals = []
  writeFileSync(file(), 'http: { port: 1 }\n')
  const first = await load()
  if (!first.ok) throw new Error('the first file is good')
  watching = watchConfiguration({
    file: file(),
    current: first.configuration,
    clock,
    load,
    changed: (configuration) => {
      ports.push(configuration.http.port)
      if (configuration.http.port === troublesome) throw new Error('The disk reported an error.')
    },
    refused: (problems) => refusals.push(problems.map((problem) => problem.message)),
  })
})
afterEach(() => {
  watching?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('while the operator runs', () => {
  it('an edit in place takes effect', async () => {
    writeFileSync(file(), 'http: { port: 2 }\n')
    await vi.waitFor(() => expect(ports).toEqual([2]), 5000)
  })

  it('one that a listener choked on does not keep the next from taking effect', async () => {
    writeFileSync(file(), `http: { port: ${troublesome} }\n`)
    await expect(watching?.reload()).rejects.toThrow('The disk')
    writeFileSync(file(), 'http: { port: 2 }\n')
    await watching?.reload()
    expect(ports).toEqual([troublesome, 2])
  })

  it('so does an editor that puts a new file in place of the old, again and again', async () => {
    for (const port of [3, 4, 5]) {
      writeFileSync(join(folder, 'new'), `http: { port: ${port} }\n`)
      renameSync(join(folder, 'new'), file())
      await vi.waitFor(() => expect(ports.at(-1)).toBe(port), 5000)
    }
  })

  it('a bad edit is said once and changes nothing; mending it is news', async () => {
    writeFileSync(file(), 'http: { port: none }\n')
    await vi.waitFor(() => expect(refusals).toHaveLength(1), 5000)
    await watching?.reload()
    expect(refusals).toEqual([['http.port is "none". Allowed: a whole number from 0 to 65535.']])
    expect(ports).toEqual([])
    writeFileSync(file(), 'http: { port: 1 }\n')
    await watching?.reload()
    expect(ports).toEqual([1])
  })

  it('a file that is gone is a problem, and is not made', async () => {
    rmSync(file())
    await watching?.reload()
    expect(refusals.flat().join()).toContain('the file is gone')
  })

  it('a touch without a change is no news', async () => {
    writeFileSync(file(), '# touched\nhttp: { port: 1 }\n')
    await watching?.reload()
    expect([ports, refusals]).toEqual([[], []])
  })
})
