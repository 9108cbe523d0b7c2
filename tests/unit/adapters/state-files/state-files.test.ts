import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFocusFile } from '../../../../main/adapters/state-files/focus-file.ts'
import { parsePatternsFile } from '../../../../main/adapters/state-files/patterns-file.ts'

describe('patterns.json', () => {
  it.each([
    ['{"procrastination":{"Memphis report":4}}', [['Memphis report', 4]]],
    ['{"procrastination":{"Memphis report":{"count":4,"last":"x"}}}', [['Memphis report', 4]]],
    [
      '{"procrastination":[{"title":"Memphis report","count":4},{"task":"Other","times":2},{"note":"x"}]}',
      [
        ['Memphis report', 4],
        ['Other', 2],
      ],
    ],
    ['{"procrastination_counts":{"A":1},"energy":[1,2]}', [['A', 1]]],
    ['{}', []],
  ] as const)('%s adds %j', (text, expected) => {
    expect([...parsePatternsFile(text)]).toEqual(expected)
  })

  it.each(['', 'nothing', '[]', '{"procrastination":"often"}', '{"procrastination":{"A":-1}}', '{"procrastination":{"A":1e99}}'])(
    '%j cannot be read',
    (text) => {
      expect(() => parsePatternsFile(text)).toThrow()
    },
  )

  it('of any content gives counts or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        try {
          for (const [title, times] of parsePatternsFile(text)) expect([typeof title, Number.isInteger(times)]).toEqual(['string', true])
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })
})

describe('CurrentFocus.md', () => {
  it.each([
    ['# Current Focus\n\n**Memphis** migration plan\n- later: slides', 'Memphis migration plan'],
    ['---\ntitle: x\n---\n## Deep work on the report', 'Deep work on the report'],
    ['- [ ] Finish the slides', 'Finish the slides'],
    ['\uFEFFWrite\r\nmore', 'Write'],
    ['\n\n---\n', null],
    ['', null],
  ])('%j says %j', (text, focus) => {
    expect(parseFocusFile(text)).toBe(focus)
  })
})
