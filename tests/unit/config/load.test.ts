import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../../main/config/load.ts'
import { defaultConfiguration } from '../../../main/config/schema.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'thanos-config-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (program = 'build 1') => ({ file: join(folder, 'made', 'operator.yaml'), cacheFolder: join(folder, 'data'), program })
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const cache = () => join(folder, 'data', 'configuration-cache.json')

describe('loading the configuration', () => {
  it('makes a missing file, for its owner alone, and means the defaults', async () => {
    expect(await loadConfiguration(at())).toEqual({ ok: true, configuration: defaultConfiguration(), warnings: [] })
    expect(readFileSync(at().file, 'utf8')).toContain('#   check_interval: 300')
    expect([mode(at().file), mode(join(folder, 'made'))]).toEqual(['600', '700'])
  })

  it('names the problems of a wrong file and remembers nothing', async () => {
    mkdirSync(join(folder, 'made'))
    writeFileSync(at().file, 'dry_run: maybe\n')
    expect(await loadConfiguration(at())).toMatchObject({ ok: false, problems: [{ file: at().file, line: 1, path: 'dry_run' }] })
    expect(() => statSync(cache())).toThrow('ENOENT')
  })

  it('says so when the file is a folder', async () => {
    mkdirSync(at().file, { recursive: true })
    expect(await loadConfiguration(at())).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('EISDIR') }] })
  })

  it('remembers what a text says, until the text or the program changes', async () => {
    await loadConfiguration(at())
    const remembered = JSON.parse(readFileSync(cache(), 'utf8')) as { configuration: { dry_run: boolean } }
    // A mark that only the remembered answer can carry.
    remembered.configuration.dry_run = true
    writeFileSync(cache(), JSON.stringify(remembered))
    const dryRun = async (program?: string) => {
      const result = await loadConfiguration(at(program))
      return result.ok && result.configuration.dry_run
    }
    expect(await dryRun()).toBe(true)
    expect(await dryRun('build 2')).toBe(false)
    writeFileSync(at().file, 'http: { port: 1 }\n')
    expect(await loadConfiguration(at())).toMatchObject({ ok: true, configuration: { dry_run: false, http: { port: 1 } } })
  })

  it.each(['', '{', 'null', '[]', '{"key":1}'])('does without a remembered answer that is damaged: %j', async (damaged) => {
    await loadConfiguration(at())
    writeFileSync(cache(), damaged)
    expect(await loadConfiguration(at())).toMatchObject({ ok: true })
  })
})
