import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { commandLineHome } from '../../support/command-line.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

it.skipIf(process.platform === 'win32')(
  'writes every file and folder for its owner alone, whatever it does',
  { timeout: 120_000 },
  async () => {
    const home = commandLineHome()
    onTestFinished(() => home.remove())
    for (const args of [
      ['sample', 'add'],
      ['run', '--once', '--verbose'],
      ['backup'],
      ['config', 'set', 'http.port', '0'],
      ['journal', 'export', join(home.dataFolder, 'journal.jsonl')],
      ['archive', '--older-than', '0d'],
    ])
      expect([args, home.thanos(...args).code]).toEqual([args, 0])
    expect(home.thanosReading('planted', 'secrets', 'set', 'OURA_ACCESS_TOKEN', '--file').code).toBe(0)
    const running = home.start('run', '--http')
    onTestFinished(() => void running.kill('SIGKILL'))
    let said = ''
    running.stderr?.on('data', (part: Buffer) => (said += part.toString()))
    await vi.waitFor(() => expect(said).toContain('Serving'), { timeout: 20_000 })
    // While it runs: the lock and the log of the database are there only then.
    const entries = readdirSync(home.folder, { recursive: true, withFileTypes: true })
    const wide = entries
      .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
      .filter(({ entry, path }) => modeOf(path) !== (entry.isDirectory() ? '700' : '600'))
      .map(({ path }) => `${relative(home.folder, path)} ${modeOf(path)}`)
    expect(wide).toEqual([])
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'operator.yaml',
        'operator.db',
        'operator.db-wal',
        'operator.lock',
        'operator.pid',
        'configuration-cache.json',
        'http-token',
        'secrets.json',
        'space-reserve',
        'backups',
        'archive',
      ]),
    )
    running.kill('SIGTERM')
    await once(running, 'exit')
  },
)
