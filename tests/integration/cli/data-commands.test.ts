import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLineHome, type CommandLineHome } from '../../support/command-line.ts'

let home: CommandLineHome
beforeEach(() => (home = commandLineHome()))
afterEach(() => home.remove())

const titles = () => (home.json('task', 'list') as { tasks: { title: string }[] }).tasks.map(({ title }) => title)

function backedUp(): string {
  home.thanos('task', 'add', 'Memphis report')
  const { file } = home.json('backup') as { file: string }
  home.thanos('task', 'add', 'Book the dentist')
  return file
}

describe('backup and restore', () => {
  it('make a private, checked backup and list it', () => {
    const file = backedUp()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(home.json('backup', '--list')).toMatchObject({ backups: [{ file, reason: 'manual', encrypted: false }] })
  })

  it('show what a restore would change, then change it, after a backup of what was there', () => {
    const file = backedUp()
    expect(home.json('restore', basename(file), '--dry-run')).toMatchObject({
      restored: false,
      tables: expect.arrayContaining([{ table: 'tasks', now: 2, restored: 1 }]) as unknown,
    })
    expect(titles()).toHaveLength(2)
    const { before } = home.json('restore', basename(file)) as { before: string }
    expect(titles()).toEqual(['Memphis report'])
    home.json('restore', before)
    expect(titles()).toHaveLength(2)
  })

  it('take the passphrase of an encrypted one from standard input', () => {
    home.thanos('task', 'add', 'Memphis report')
    const { code, out } = home.thanosReading('correct horse\n', 'backup', '--passphrase')
    expect([code, out]).toEqual([0, expect.stringContaining('.db.enc (')])
    const [name = ''] = /manual-\S+\.enc/.exec(out) ?? []
    home.thanos('task', 'add', 'Book the dentist')
    expect(home.thanos('restore', name).err).toContain('Give it with --passphrase')
    expect(home.thanosReading('battery staple\n', 'restore', name, '--passphrase').err).toContain('the passphrase is wrong')
    expect(titles()).toHaveLength(2)
    expect(home.thanosReading('correct horse\n', 'restore', name, '--passphrase').code).toBe(0)
    expect(titles()).toEqual(['Memphis report'])
  })

  it('refuse a damaged backup with status 1 and one line', () => {
    const file = backedUp()
    truncateSync(file, 20_000)
    const answer = home.thanos('restore', file)
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.err).toContain('cut off. Nothing was changed')
    expect(titles()).toHaveLength(2)
  })
})

describe('a damaged database', () => {
  it('is repaired when it is opened, and repair says what came back', () => {
    backedUp()
    truncateSync(join(home.dataFolder, 'operator.db'), 0)
    const answer = home.thanos('repair')
    expect(answer.code).toBe(0)
    expect(answer.out).toContain('The database was damaged (the file is empty).')
    expect(titles()).toEqual(['Memphis report'])
    expect(readdirSync(home.dataFolder).some((name) => name.startsWith('operator.db.damaged-'))).toBe(true)
    expect(home.thanos('repair').out).toContain('There was nothing to repair.')
    const { findings } = home.json('run', '--once', '--dry-run') as { findings: { key: string }[] }
    expect(findings.map(({ key }) => key)).toContain('operator:database_repaired')
  })

  it('of another program is left alone', () => {
    home.thanos('status')
    const path = join(home.dataFolder, 'operator.db')
    writeFileSync(path, 'Dear diary. '.repeat(200))
    const before = readFileSync(path)
    expect(home.thanos('repair')).toMatchObject({ code: 1, out: '' })
    expect(readFileSync(path)).toEqual(before)
  })
})

describe('erasing everything', () => {
  it('says what would go, asks for the word, and leaves everything without it', () => {
    home.thanos('task', 'add', 'Memphis report')
    const shown = home.thanos('erase', '--dry-run')
    expect(shown.out).toMatch(/tasks: 1\n[^]*A last backup is made first[^]*Nothing was changed/)
    const asked = home.thanosReading('no\n', 'erase')
    expect(asked).toMatchObject({ code: 1, out: '' })
    expect(asked.err).toContain('Type ERASE to confirm')
    expect(home.thanos('erase', '--yes', 'erase').code).toBe(1)
    expect(titles()).toEqual(['Memphis report'])
    expect(home.json('backup', '--list')).toEqual({ backups: [] })
  })

  it('takes everything away with the word, and its last backup brings it back', () => {
    home.thanos('task', 'add', 'Memphis report')
    const answer = home.thanosReading('ERASE\n', 'erase')
    expect(answer.code).toBe(0)
    expect(titles()).toEqual([])
    const [, backup = ''] = /thanos restore (\S+)`/.exec(answer.out) ?? []
    home.json('restore', backup)
    expect(titles()).toEqual(['Memphis report'])
    expect(home.json('erase', '--yes', 'ERASE', '--no-backup')).toMatchObject({ erased: true, before: null })
    expect(titles()).toEqual([])
  })

  it('is refused while another process runs cycles over the same data', async () => {
    home.thanos('task', 'add', 'Memphis report')
    const running = home.start('run', '--verbose')
    await once(running.stderr ?? running, 'data')
    const answer = home.thanos('erase', '--yes', 'ERASE')
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.err).toContain('The operator already runs as process')
    running.kill('SIGTERM')
    await once(running, 'close')
    expect(titles()).toEqual(['Memphis report'])
  })
})

describe('verify, vacuum, archive and the journal', () => {
  it('find everything whole', () => {
    home.thanos('task', 'add', 'Memphis report')
    expect(home.json('verify')).toMatchObject({ ok: true, problems: [], journal: { ok: true } })
    expect(home.json('vacuum')).toMatchObject({ bytes: expect.any(Number) as unknown })
  })

  it('move old entries to a file and keep the chain', () => {
    home.thanos('task', 'add', 'Memphis report', '--now', '2026-01-01T09:00:00-06:00')
    home.thanos('task', 'add', 'Book the dentist', '--now', '2026-04-20T09:00:00-05:00')
    const { entries, file } = home.json('archive', '--older-than', '90d', '--now', '2026-04-20T09:00:00-05:00') as {
      entries: number
      file: string
    }
    expect(entries).toBeGreaterThan(0)
    expect(existsSync(file)).toBe(true)
    expect(home.json('verify')).toMatchObject({ ok: true, journal: { archived: entries } })
    expect(home.thanos('archive', '--older-than', 'ages').code).toBe(2)
  })

  it('export the journal and import it once', () => {
    home.thanos('task', 'add', 'Memphis report')
    const file = join(home.folder, 'journal.jsonl')
    const { entries } = home.json('journal', 'export', file) as { entries: number }
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(entries)
    const again = home.thanos('journal', 'export', file)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toContain(`There is a file ${file} already`)
    expect(home.json('journal', 'export', file, '--force')).toMatchObject({ file })
    expect(home.json('journal', 'import', file)).toEqual({ read: entries, added: 0, unchanged: entries })
    expect(home.thanos('journal', 'export', '-').out).toBe(readFileSync(file, 'utf8'))
  })
})
