import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfiguration } from '../../../main/config/parse.ts'
import { formatProblem } from '../../../main/config/problem.ts'
import { configurationSchema, defaultConfiguration } from '../../../main/config/schema.ts'

function problems(text: string): readonly string[] {
  const result = parseConfiguration(text, 'operator.yaml')
  return result.ok ? [] : result.problems.map(formatProblem)
}

function values(text: string) {
  const result = parseConfiguration(text, 'operator.yaml')
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.configuration
}

describe('a file that says nothing', () => {
  it.each(['', '\n', '# only a comment\n', '---\n', 'quiet_hours:\n', 'monitors:\n  health:\n    # enabled: false\n'])(
    '%j means the defaults',
    (text) => {
      expect(values(text)).toEqual(defaultConfiguration())
    },
  )
})

describe('a wrong file', () => {
  const allSections = Object.keys(configurationSchema.shape).join(', ')
  it.each([
    [
      'an unknown key near a known one',
      'monitors:\n  health:\n    tresholds: {}\n',
      'operator.yaml:3: monitors.health.tresholds is not known here. Did you mean thresholds?',
    ],
    ['a swapped pair of letters', 'timezoen: system\n', 'operator.yaml:1: timezoen is not known here. Did you mean timezone?'],
    ['an unknown key like nothing', 'bananas: 1\n', `operator.yaml:1: bananas is not known here. Known: ${allSections}.`],
    ['a reserved name', '__proto__: 1\n', `operator.yaml:1: __proto__ is not known here. Known: ${allSections}.`],
    [
      'an unknown weekday',
      'quiet_hours:\n  weekdays:\n    satt: {}\n',
      'operator.yaml:3: quiet_hours.weekdays.satt is not known here. Did you mean sat?',
    ],
    [
      'a text for a number',
      'intervals:\n\n  health_check: often\n',
      'operator.yaml:3: intervals.health_check is "often". Allowed: a whole number from 300 to 3600.',
    ],
    [
      'a number too small',
      'intervals: { health_check: 299 }\n',
      'operator.yaml:1: intervals.health_check is 299. Allowed: a whole number from 300 to 3600.',
    ],
    [
      'a number too large',
      'intervals: { pattern_check: 7201 }\n',
      'operator.yaml:1: intervals.pattern_check is 7201. Allowed: a whole number from 900 to 7200.',
    ],
    [
      'a fraction',
      'intervals: { task_check: 900.5 }\n',
      'operator.yaml:1: intervals.task_check is 900.5. Allowed: a whole number from 300 to 3600.',
    ],
    ['not a number', 'capture: { review_below: .nan }\n', 'operator.yaml:1: capture.review_below is NaN. Allowed: a number from 0 to 1.'],
    ['a truth written as a text', 'dry_run: "yes"\n', 'operator.yaml:1: dry_run is "yes". Allowed: true or false.'],
    ['nothing where a value must be', 'dry_run:\n', 'operator.yaml:1: dry_run is null. Allowed: true or false.'],
    [
      'a zone that is none',
      'timezone: Mars/Olympus\n',
      'operator.yaml:1: timezone is "Mars/Olympus". Allowed: an IANA time zone such as Europe/Berlin, or system.',
    ],
    [
      'an offset for a zone',
      'timezone: "+02:00"\n',
      'operator.yaml:1: timezone is "+02:00". Allowed: an IANA time zone such as Europe/Berlin, or system.',
    ],
    [
      'a time that is none',
      'quiet_hours: { start: "24:00" }\n',
      'operator.yaml:1: quiet_hours.start is "24:00". Allowed: a time from 00:00 to 23:59 such as "22:00", or a whole hour from 0 to 23.',
    ],
    [
      'an hour that is none',
      'quiet_hours: { end: 24 }\n',
      'operator.yaml:1: quiet_hours.end is 24. Allowed: a time from 00:00 to 23:59 such as "22:00", or a whole hour from 0 to 23.',
    ],
    [
      'an hour in a list that is none',
      'monitors: { tasks: { hours: { pile_up: [9, 25] } } }\n',
      'operator.yaml:1: monitors.tasks.hours.pile_up.1 is 25. Allowed: a list of whole hours from 0 to 23, such as [9, 14].',
    ],
    [
      'one hour for a list',
      'monitors: { tasks: { hours: { pile_up: 9 } } }\n',
      'operator.yaml:1: monitors.tasks.hours.pile_up is 9. Allowed: a list of whole hours from 0 to 23, such as [9, 14].',
    ],
    [
      'a severity misspelt',
      'channels: { native: { min_severity: hihg } }\n',
      'operator.yaml:1: channels.native.min_severity is "hihg". Allowed: one of info, low, medium, high, critical, off. Did you mean high?',
    ],
    [
      'a level in small letters',
      'logging: { level: warning }\n',
      'operator.yaml:1: logging.level is "warning". Allowed: one of DEBUG, INFO, WARNING, ERROR, CRITICAL. Did you mean WARNING?',
    ],
    [
      'a rule misspelt',
      'monitors: { patterns: { rules_off: [sleep_dept] } }\n',
      'operator.yaml:1: monitors.patterns.rules_off.0 is "sleep_dept". Allowed: a list of procrastination, energy_decline, overcommitment, sleep_debt, context_switching. Did you mean sleep_debt?',
    ],
    [
      'the journal turned off',
      'channels: { journal: { min_severity: off } }\n',
      'operator.yaml:1: channels.journal.min_severity is "off". Allowed: one of info, low, medium, high, critical.',
    ],
    [
      'thresholds that contradict each other',
      'monitors: { health: { thresholds: { readiness_critical: 66 } } }\n',
      'operator.yaml:1: monitors.health.thresholds.readiness_critical is 66. Allowed: at most 65, which is readiness_warning.',
    ],
    ['a text for a section', 'intervals: fast\n', 'operator.yaml:1: intervals is "fast". Allowed: a section with keys of its own.'],
    ['a list for the whole', '- 1\n', 'operator.yaml:1: the file holds [1]. Allowed: a section with keys of its own.'],
    [
      'an address of another kind',
      'sources: { oura: { base_url: "ftp://example.org" } }\n',
      'operator.yaml:1: sources.oura.base_url is "ftp://example.org". Allowed: an http or https address without a password in it, or ${NAME}.',
    ],
    [
      'an address with a password that has slashes in it',
      'sources: { oura: { base_url: "https://me:pass/wo@rd@example.org" } }\n',
      'operator.yaml:1: sources.oura.base_url is "https://…@example.org". Allowed: an http or https address without a password in it, or ${NAME}.',
    ],
    ['a key twice', 'dry_run: true\ndry_run: false\n', 'operator.yaml:2: the same key stands here twice. Remove one of them.'],
    [
      'a tag',
      'dry_run: !!js/function "x"\n',
      'operator.yaml:1: Unresolved tag: tag:yaml.org,2002:js/function. Tags are not allowed: write the plain value.',
    ],
    ['a quote left open', 'timezone: "system\n', 'operator.yaml:2: not valid YAML: Missing closing "quote.'],
    [
      'two documents',
      'dry_run: true\n---\ndry_run: false\n',
      'operator.yaml:2: not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments().',
    ],
  ])('with %s is refused with its line', (_, text, said) => {
    expect(problems(text)).toEqual([said])
  })

  it('names every problem, in the order of the file', () => {
    expect(problems('dry_run: 1\nintervals:\n  check_interval: 0\nhttp: { port: 99999 }\n').map((each) => each.split(': ', 1)[0])).toEqual([
      'operator.yaml:1',
      'operator.yaml:3',
      'operator.yaml:4',
    ])
  })

  it('never repeats a secret that was written into it', () => {
    const text =
      'sources:\n  oura: { token: planted-secret }\n  workos: { database_url: "postgres://me:planted-secret@db/x" }\nhttp: { port: "https://me:planted-secret@x" }\n'
    expect(problems(text)).toHaveLength(3)
    expect(problems(text).join('\n')).not.toContain('planted-secret')
  })

  it('cannot be made to grow without end by aliases', () => {
    const text = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`),
    ].join('\n')
    expect(problems(text).join()).toContain('an alias cannot be followed')
  })

  it('is not read beyond a size that no hand writes', () => {
    expect(problems(`#${'x'.repeat(1_000_000)}`)).toEqual(['operator.yaml:1: the file has 1000001 characters. Allowed: at most 1000000.'])
    expect(problems(`#${'x'.repeat(999_999)}`)).toEqual([])
  })

  it('merges nothing: << is a key like any other, and not known', () => {
    expect(problems('http: &http { port: 1 }\nbackup: { <<: *http }\n').join()).toContain('backup.<< is not known here')
  })
})

describe('what is understood', () => {
  it.each([
    ['start: "22:00"', '22:00'],
    ['start: 22:00', '22:00'],
    ['start: 22', '22:00'],
    ['start: "7"', '07:00'],
    ['start: "7:05"', '07:05'],
    ['start: 0', '00:00'],
  ])('quiet hours with %s begin at %s', (line, start) => {
    expect(values(`quiet_hours:\n  ${line}\n`).quiet_hours.start).toBe(start)
  })

  it('hours in any order, once each', () => {
    expect(values('monitors: { tasks: { hours: { due_today: [14, 9, 14] } } }').monitors.tasks.hours.due_today).toEqual([9, 14])
  })

  it('a numeric chat', () => {
    expect(values('channels: { telegram: { chat_id: -100123 } }').channels.telegram.chat_id).toBe('-100123')
  })

  it('and what cannot work is advised', () => {
    const result = parseConfiguration('channels: { push: { enabled: true } }', 'operator.yaml')
    expect(result).toMatchObject({ ok: true, warnings: ['channels.push is enabled but topic is not set: nothing goes out there.'] })
  })
})

describe('whatever stands in the file', () => {
  const fragments = fc.constantFrom(
    'monitors',
    'health',
    ':',
    ' ',
    '\n',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a',
    '*a',
    '!!',
    '|',
    '>',
    '%',
    '#',
    '300',
    'null',
    '~',
    '?',
    ',',
    '\t',
    '\u0000',
    '<<',
  )
  it('is answered with a result and never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragments).map((each) => each.join('')),
        ),
        (text) => {
          const result = parseConfiguration(text, 'operator.yaml')
          if (result.ok) return
          expect(result.problems.length).toBeGreaterThan(0)
          for (const problem of result.problems) expect(problem.line).toBeGreaterThan(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})
