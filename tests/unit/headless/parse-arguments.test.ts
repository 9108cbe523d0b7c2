import { describe, expect, it } from 'vitest'
import type { Command } from '../../../main/headless/command.ts'
import { findCommand, readInput } from '../../../main/headless/parse-arguments.ts'

const names = ['run', 'status', 'task add', 'task list', 'import']

describe('finding the command', () => {
  it.each([
    [['run', '--once'], { name: 'run', rest: ['--once'] }],
    [['task', 'add', 'a', 'b'], { name: 'task add', rest: ['a', 'b'] }],
    [['--data', '/d', 'task', '--json', 'add', 'x'], { name: 'task add', rest: ['--data', '/d', '--json', 'x'] }],
    [['--json=true', 'status'], { name: 'status' }],
    [['task'], { name: 'task', unknown: null }],
    [['task', 'ad'], { unknown: 'task ad' }],
    [['nothing'], { name: null, unknown: 'nothing' }],
    [[], { name: null, unknown: null, wantsHelp: false }],
    [['--help'], { name: null, wantsHelp: true }],
    [['help', 'task', 'add'], { name: 'task add', wantsHelp: true }],
    [['run', '--help'], { name: 'run', wantsHelp: true }],
    [['--once', '--dry-run', '--verbose'], { name: 'run', rest: ['--once', '--dry-run', '--verbose'] }],
    [['--once', '--dry-run', '--verbose', '--status'], { name: 'status', rest: ['--once', '--dry-run', '--verbose'] }],
    [['--verbose'], { name: 'run' }],
  ])('%j', (argv, expected) => {
    expect(findCommand(argv, names)).toMatchObject(expected)
  })
})

describe('a command that takes any words, beside commands that begin with it', () => {
  const beside = ['capture', 'capture list', 'capture show', 'task add']
  const alone = (_: string, words: readonly string[]) => words.length === 0

  it.each([
    [['capture', 'list'], { name: 'capture list', rest: [] }],
    [['capture', '--json', 'list', '--data', '/d'], { name: 'capture list', rest: ['--json', '--data', '/d'] }],
    [['capture', 'list', 'the', 'shoes'], { name: 'capture', rest: ['list', 'the', 'shoes'] }],
    [['capture', '--', 'list'], { name: 'capture', rest: ['--', 'list'] }],
    [['capture', 'anything'], { name: 'capture', rest: ['anything'] }],
    [['capture', '-'], { name: 'capture', rest: ['-'] }],
    [['help', 'capture', 'list'], { name: 'capture list', wantsHelp: true }],
    [['task', 'add', 'x'], { name: 'task add', rest: ['x'] }],
  ])('%j', (argv, expected) => {
    expect(findCommand(argv, beside, alone)).toMatchObject(expected)
  })
})

const command: Command = {
  arguments: [
    { name: 'WHICH', help: 'which one' },
    { name: 'WORDS', help: 'the rest', rest: true, optional: true },
  ],
  options: { deep: { kind: 'flag', help: '' }, due: { kind: 'value', value: 'WHEN', help: '' } },
  examples: [],
  run: async () => {},
}
const strict: Command = { ...command, arguments: [{ name: 'WHICH', help: 'which one' }] }

describe('reading a command’s own words', () => {
  it('joins the rest, so that nothing needs quotes', () => {
    const input = readInput(['a', 'b', '--due', 'next friday', 'c', '--deep'], command)
    expect(input.words).toEqual(['a', 'b c'])
    expect([input.flag('deep'), input.flag('json'), input.value('due'), input.value('data')]).toEqual([
      true,
      false,
      'next friday',
      undefined,
    ])
  })

  it('takes what follows -- as words', () => {
    expect(readInput(['a', '--', '--due'], command).words).toEqual(['a', '--due'])
  })

  it.each<[string, string[], Command, string]>([
    ['a missing word', [], command, 'WHICH is missing: which one.'],
    ['an empty word', [''], command, 'WHICH is missing: which one.'],
    ['a surplus word', ['a', 'b'], strict, 'b is one word too many.'],
    ['an unknown option', ['a', '--deap'], command, '--deap is not known here. Did you mean --deep?'],
    ['a number below zero', ['a', '-5'], command, '-5 is not known here. Put -- before words that begin with a dash.'],
    ['a value forgotten', ['a', '--due'], command, "Option '--due <value>' argument missing."],
    ['a value for a flag', ['a', '--deep=1'], command, "Option '--deep' does not take an argument."],
  ])('refuses %s', (_, rest, of, words) => {
    expect(() => readInput(rest, of)).toThrow(words)
  })
})
