import { describe, expect, it } from 'vitest'
import { choose } from '../../../main/headless/choose.ts'
import { exitCodeOf, wordsOf } from '../../../main/headless/exit-code.ts'
import { table } from '../../../main/headless/table.ts'
import { terminalText } from '../../../main/headless/terminal-text.ts'
import { readDuration, relativeTime } from '../../../main/headless/time-words.ts'
import { UsageError } from '../../../main/headless/usage-error.ts'
import { OperatorError } from '../../../main/domain/operator-error.ts'

describe('times in words', () => {
  it.each([
    [0, 'just now'],
    [-999, 'just now'],
    [-1_000, '1 s ago'],
    [-59_999, '59 s ago'],
    [-60_000, '1 min ago'],
    [-3_600_000, '1 h ago'],
    [-86_399_000, '23 h ago'],
    [-86_400_000, '1 d ago'],
    [90_000, 'in 1 min'],
  ])('%d ms from now is %s', (distance, words) => {
    expect(relativeTime(1_000_000_000 + distance, 1_000_000_000)).toBe(words)
  })

  it.each([
    ['2h', 7_200_000],
    ['2 hours', 7_200_000],
    ['30 min', 1_800_000],
    ['30m', 1_800_000],
    ['1.5h', 5_400_000],
    ['1d', 86_400_000],
    ['2 weeks', 1_209_600_000],
    ['45 s', 45_000],
    ['2', null],
    ['h', null],
    ['-2h', null],
    ['tomorrow', null],
  ])('the duration %s is %s ms', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds)
  })
})

describe('a table', () => {
  it('is as wide as what stands in it, wide characters counted', () => {
    expect(
      table(
        ['a', 'b'],
        [
          ['日本', 'x'],
          ['c', 'y'],
        ],
      ),
    ).toBe('A     B\n日本  x\nc     y')
  })

  it('without rows is nothing', () => {
    expect(table(['a'], [])).toBe('')
  })
})

describe('text on a terminal', () => {
  it('cannot move the cursor, colour, or turn the line around', () => {
    expect(terminalText('a\u001b[31mb\r\n\u0007c\u202ed\u2028e')).toBe('a [31mb cd e')
  })
})

describe('choosing one thing by a few letters', () => {
  const all = [
    { id: 't-1', title: 'Memphis report' },
    { id: 't-12', title: 'Memphis invoice' },
    { id: 't-2', title: 'Call' },
  ]
  const chosen = (wanted: string) => choose(wanted, all, ({ title }) => title, 'task').id

  it.each([
    ['t-1', 't-1'],
    ['t-12', 't-12'],
    ['memphis REP', 't-1'],
    ['call', 't-2'],
  ])('%s is %s', (wanted, id) => {
    expect(chosen(wanted)).toBe(id)
  })

  it('names the candidates where there are several, and the list where there is none', () => {
    expect(() => chosen('memphis')).toThrow('memphis could be t-1 (Memphis report), t-12 (Memphis invoice). Give the id.')
    expect(() => chosen('x')).toThrow('There is no task x. `thanos task list`')
  })
})

describe('the exit status of an error', () => {
  it.each([
    [new UsageError('x'), 2],
    [new OperatorError('wrong_use', 'x'), 2],
    [new OperatorError('configuration_invalid', 'x'), 3],
    [new OperatorError('held_by_another', 'x'), 1],
    [new Error('x'), 1],
    ['x', 1],
  ])('%s is %d', (error, code) => {
    expect(exitCodeOf(error)).toBe(code)
  })

  it('is explained in the words of the error, or as a fault of the program', () => {
    expect(wordsOf(new OperatorError('refused', 'No.'))).toBe('No.')
    expect(wordsOf(new TypeError('boom'))).toBe('Something went wrong: boom. Run it with --verbose to see where.')
  })
})
