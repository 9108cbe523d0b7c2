import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { defaultText } from '../../../main/config/default-text.ts'
import { parseConfiguration } from '../../../main/config/parse.ts'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import { setValue } from '../../../main/config/set-value.ts'

const comments = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => /# (mine \d+)/.exec(line)?.[1] ?? [])
    .sort()

const defaultAt = (path: readonly string[]) =>
  path.reduce<unknown>((values, key) => (values as Record<string, unknown> | undefined)?.[key], defaultConfiguration())

describe('setting a value in the file', () => {
  it.each<[string, string, [string, ...string[]], unknown, string]>([
    [
      'changes only the value',
      '# mine\ndry_run:   false   # why\nhttp: {port: 1}\n',
      ['dry_run'],
      true,
      '# mine\ndry_run:   true   # why\nhttp: {port: 1}\n',
    ],
    [
      'inside a section written on one line',
      'http: {enabled: true,  port: 1} # x\n',
      ['http', 'port'],
      2,
      'http: {enabled: true,  port: 2} # x\n',
    ],
    [
      'replaces a list',
      'channels:\n  email:\n    to: [a@b]\n',
      ['channels', 'email', 'to'],
      ['c@d', 'e@f'],
      'channels:\n  email:\n    to: [ c@d, e@f ]\n',
    ],
    ['fills a key left empty', 'backup:\n  folder:\n', ['backup', 'folder'], '/b', 'backup:\n  folder: /b\n'],
    [
      'makes a comment the key again',
      '# intervals:      # how often\n#   check_interval: 300   # a\n#   health_check: 900   # b\n',
      ['intervals', 'health_check'],
      1200,
      'intervals:      # how often\n#   check_interval: 300   # a\n  health_check: 1200  # b\n',
    ],
    [
      'and one indented where it belongs',
      'http:\n  # port: 8765\n  enabled: true\n',
      ['http', 'port'],
      1,
      'http:\n  port: 1\n  enabled: true\n',
    ],
    [
      'prefers the key to a comment of the same name',
      '# http: old\nhttp:\n  # mine\n  enabled: true\n',
      ['http', 'port'],
      1,
      '# http: old\nhttp:\n  port: 1\n  # mine\n  enabled: true\n',
    ],
    ['adds a key to a section', 'http:\n  enabled: true\n', ['http', 'port'], 1, 'http:\n  port: 1\n  enabled: true\n'],
    ['adds a section at the end', 'dry_run: true # x\n', ['http', 'port'], 1, 'dry_run: true # x\nhttp:\n  port: 1\n'],
    ['to an empty file', '', ['http', 'port'], 1, 'http:\n  port: 1\n'],
    ['to a file of one line without an end', 'dry_run: true', ['timezone'], 'UTC', 'dry_run: true\ntimezone: UTC\n'],
    [
      'opens an empty section',
      '# quiet_hours:\n#   weekdays: {}   # nights\n',
      ['quiet_hours', 'weekdays', 'sat', 'end'],
      '09:00',
      'quiet_hours:\n  weekdays: { sat: { end: "09:00" } } # nights\n',
    ],
  ])('%s', (_, text, path, value, expected) => {
    expect(setValue(text, path, value)).toBe(expected)
  })

  it('keeps comments inside a list that it replaces elsewhere', () => {
    const text = 'channels:\n  email:\n    # who\n    to:\n      - a@b # first\n      - c@d\n'
    const changed = setValue(text, ['channels', 'email', 'port'], 25)
    expect(changed).toContain('# first')
    expect(changed).toContain('# who')
  })

  it('refuses a text that is not YAML', () => {
    expect(() => setValue('a: "', ['dry_run'], true)).toThrow('not valid YAML')
  })

  const settings: readonly (readonly [[string, ...string[]], unknown])[] = [
    [['timezone'], 'Europe/Berlin'],
    [['dry_run'], true],
    [['intervals', 'health_check'], 600],
    [['quiet_hours', 'start'], '23:00'],
    [['quiet_hours', 'weekdays', 'sat', 'end'], '09:00'],
    [['monitors', 'health', 'thresholds', 'readiness_warning'], 70],
    [['monitors', 'tasks', 'hours', 'due_today'], [8]],
    [['monitors', 'tasks', 'thresholds', 'pile_up'], 12],
    [['monitors', 'patterns', 'rules_off'], ['sleep_debt']],
    [['channels', 'telegram', 'enabled'], true],
    [['channels', 'email', 'from'], 'me@example.org'],
    [['channels', 'push', 'token'], '${OTHER}'],
    [['capture', 'claude', 'base_url'], 'http://127.0.0.1:1'],
    [['backup', 'keep', 'daily'], 3],
  ]
  it('holds whatever the order, loses no comment of the owner, and changes nothing else', () => {
    const owned = defaultText()
      .split('\n')
      .map((line, index) => (index % 7 === 0 ? `${line} # mine ${index}` : line))
      .join('\n')
    fc.assert(
      fc.property(fc.shuffledSubarray([...settings], { minLength: 1 }), fc.constantFrom('', 'dry_run: false\n', owned), (chosen, start) => {
        let text = start
        let expected: Record<string, unknown> = {}
        for (const [path, value] of chosen) {
          text = setValue(text, path, value)
          const read = parse(text) as Record<string, unknown>
          let at: unknown = read
          for (const key of path) at = (at as Record<string, unknown>)[key]
          expect(at).toEqual(value)
          expected = read
        }
        expect(parseConfiguration(text, 'operator.yaml').ok).toBe(true)
        expect(comments(text)).toEqual(comments(start))
        const set = new Set(chosen.map(([path]) => path[0]))
        for (const key of Object.keys(expected)) expect(set.has(key) || key === 'dry_run').toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('once every setting is set back, means the defaults again', () => {
    let text = defaultText()
    for (const [path, value] of settings) text = setValue(text, path, value)
    for (const [path] of settings) if (defaultAt(path) !== undefined) text = setValue(text, path, defaultAt(path))
    const result = parseConfiguration(text.replace(/weekdays: .*/, 'weekdays: {}'), 'operator.yaml')
    expect(result).toMatchObject({ ok: true, configuration: defaultConfiguration() })
  })
})
