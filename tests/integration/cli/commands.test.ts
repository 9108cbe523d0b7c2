import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLineHome, type CommandLineHome } from '../../support/command-line.ts'

let home: CommandLineHome
beforeEach(() => (home = commandLineHome()))
afterEach(() => home.remove())

const nine = '2026-01-20T09:05:00-06:00'
const healthCsv = 'day,metric,value\n2026-01-20,readiness,48\n2026-01-20,sleep_hours,7.5\n2026-01-19,readiness,80\n'

describe('the command line', () => {
  it('shows its help, and that of each command', () => {
    expect(home.thanos('--help')).toMatchObject({ code: 0, err: '' })
    expect(home.thanos().out).toContain('Usage: thanos COMMAND')
    expect(home.thanos('task', 'add', '--help').out).toContain('Usage: thanos task add TEXT…')
    expect(home.thanos('help', 'alerts').out).toContain('alerts snooze')
  })

  it.each([
    ['an unknown command', ['taks', 'add'], 'Did you mean thanos task add?'],
    ['an unknown option', ['run', '--onse'], '--onse is not known here. Did you mean --once?'],
    ['a missing word', ['task', 'add'], 'TEXT is missing'],
    ['a word too many', ['status', 'now'], 'now is one word too many'],
    ['a time that is none', ['run', '--once', '--now', 'yesterday'], '--now yesterday is no time'],
    ['a rating that is none', ['alerts', 'rate', 'x', 'nice'], 'nice is no rating'],
    ['a task that is not there', ['task', 'done', 'nothing'], 'There is no task nothing'],
  ])('refuses %s in one line, with exit status 2', (_, args, words) => {
    const answer = home.thanos(...args)
    expect(answer).toMatchObject({ code: 2, out: '' })
    expect(answer.err).toContain(words)
    expect(answer.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('ends with 1 where the thing asked for does not exist', () => {
    expect(home.thanos('alerts', 'show', 'task:overdue')).toMatchObject({ code: 1, out: '' })
    expect(home.thanos('import', join(home.folder, 'missing.csv')).code).toBe(1)
  })

  it('ends with 3 where the configuration is invalid, saying where and what', () => {
    home.configure('# mine\nmonitors:\n  health:\n    tresholds: {}\n')
    for (const args of [['run', '--once'], ['status'], ['config', 'check'], ['config', 'show'], ['task', 'list']]) {
      const answer = home.thanos(...args)
      expect(answer).toMatchObject({ code: 3, out: '' })
      expect(answer.err).toBe(`${home.configFile}:4: monitors.health.tresholds is not known here. Did you mean thresholds?\n`)
    }
    expect(home.thanos('config', 'check', '--json')).toMatchObject({ code: 3, err: '' })
  })

  it('takes options before the command as well', () => {
    expect(home.thanos('--json', 'config', 'path')).toMatchObject({ code: 0, out: expect.stringContaining('"config"') })
  })

  it('makes the configuration and the data for their owner alone', () => {
    expect(home.thanos('run', '--once').code).toBe(0)
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect([mode(home.configFile), mode(home.dataFolder), mode(join(home.dataFolder, 'operator.db'))]).toEqual(['600', '700', '600'])
  })
})

describe('configuration', () => {
  it('is set with its comments kept, and shown without secrets', () => {
    home.configure('# mine\nhttp:\n  port: 1 # why\n')
    expect(home.thanos('config', 'set', 'http.port', '9000').code).toBe(0)
    expect(readFileSync(home.configFile, 'utf8')).toBe('# mine\nhttp:\n  port: 9000 # why\n')
    const shown = home.thanos('config', 'show').out
    expect(shown).toContain('port: 9000')
    expect(shown).toContain('${TELEGRAM_BOT_TOKEN}')
    // The file is as good as before: it is the command that was wrong.
    expect(home.thanos('config', 'set', 'http.port', 'often')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed: a whole number from 0 to 65535.'),
    })
    expect(home.thanos('config', 'set', 'http.prot', '9000')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean port?') })
    home.configure('http:\n  prot: 1\n')
    expect(home.thanos('config', 'set', 'http.port', '9000')).toMatchObject({ code: 3, err: expect.stringContaining('needs mending') })
  })
})

describe('a day replayed', () => {
  it('turns imported readings, tasks and promises into findings', () => {
    const csv = home.file('health.csv', `${healthCsv}2026-01-18,readiness,oops\n`)
    const imported = home.thanos('import', csv)
    expect(imported.code).toBe(1)
    expect(imported.err).toContain('health.csv:5')
    home.thanos('task', 'import', home.file('tasks.jsonl', '{"id":"t-1","title":"Memphis report","due":"2026-01-18"}\n'))
    home.thanos(
      'promise',
      'import',
      home.file('promises.json', '[{"id":"p-3","what":"date night","to":"Ashley","due":"2026-01-17","status":"active"}]'),
    )

    const cycle = home.json('run', '--once', '--now', nine) as {
      now: string
      dry_run: boolean
      findings: { key: string; severity: string }[]
    }
    expect(cycle.now).toBe(nine)
    expect(cycle.findings.map(({ key, severity }) => `${severity} ${key}`).sort()).toEqual([
      'critical commitment:violated:p-3',
      'critical health:readiness:2026-01-20',
      'high task:overdue',
    ])

    expect(home.thanos('alerts', 'ack', 'task:overdue', '--now', nine).out).toContain('Acknowledged')
    expect(home.thanos('alerts', 'snooze', 'health:readiness:2026-01-20', '2h', '--now', nine).out).toContain(
      'Snoozed until Jan 20, 2026, 11:05',
    )
    expect(home.thanos('alerts', 'rate', 'commitment:violated:p-3', 'useful', '--now', nine).code).toBe(0)
    const { alerts } = home.json('alerts', 'list', '--now', nine) as { alerts: { key: string; state: string; rating: string | null }[] }
    expect(alerts.map(({ key, rating, state }) => `${key} ${state} ${rating}`).sort()).toEqual([
      'commitment:violated:p-3 open useful',
      'health:readiness:2026-01-20 snoozed null',
      'task:overdue acknowledged null',
    ])
    expect(home.thanos('alerts', 'snooze', 'task:overdue', 'until', 'tomorrow', '9:00', '--now', nine).out).toContain('Jan 21, 2026, 9:00')
    expect(home.thanos('alerts', 'resolve', 'task:overdue', '--now', nine).code).toBe(0)
  })

  it('importing twice changes nothing', () => {
    const csv = home.file('health.csv', healthCsv)
    expect(home.json('import', csv)).toMatchObject({ read: 3, added: 3 })
    expect(home.json('import', csv)).toMatchObject({ read: 3, added: 0, changed: 0, unchanged: 3 })
  })

  it('understands the flags of the earlier daemon', () => {
    expect(home.thanos('--once', '--dry-run', '--verbose', '--now', nine).out).toContain('dry run')
    expect(home.json('--status', '--now', nine)).toMatchObject({
      run_count: 1,
      dry_run: true,
      enabled_monitors: ['health', 'tasks', 'patterns'],
    })
  })
})

describe('tasks and promises in words', () => {
  it('are added, found, moved and done', () => {
    const added = home.json('task', 'add', 'Memphis', 'report', 'by', 'Friday', 'p1', '--now', nine)
    expect(added).toMatchObject({ title: 'Memphis report', due: '2026-01-23', priority: 'p1' })
    expect(home.json('task', 'reschedule', 'Memphis', 'next', 'monday', '--now', nine)).toMatchObject({ due: '2026-01-26' })
    expect(home.json('task', 'done', 'Memphis report', '--now', nine)).toMatchObject({ status: 'completed' })
    expect(home.json('task', 'list', '--done', '--now', nine)).toMatchObject({ tasks: [{ title: 'Memphis report' }] })
    expect(home.json('promise', 'add', 'the', 'slides', 'to', 'Ashley', 'by', 'friday', '--now', nine)).toMatchObject({
      what: 'the slides',
      to: 'Ashley',
      due: '2026-01-23',
    })
    expect(home.json('promise', 'keep', 'slides', '--now', nine)).toMatchObject({ status: 'kept' })
  })

  it('print nothing that moves the cursor', () => {
    home.thanos('task', 'add', 'evil \u001b[2J\u202ename')
    const { out } = home.thanos('task', 'list')
    for (const character of ['\u001b', '\u202e']) expect(out).not.toContain(character)
  })
})

describe('sample data', () => {
  it('comes and goes in one step', () => {
    expect(home.thanos('sample', 'add').out).toContain('marked as sample')
    expect((home.json('alerts', 'list') as { alerts: unknown[] }).alerts.length).toBeGreaterThan(0)
    expect(home.thanos('sample', 'remove').code).toBe(0)
    expect(home.json('task', 'list')).toMatchObject({ tasks: [] })
  })
})
