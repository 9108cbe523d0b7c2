import { describe, expect, it } from 'vitest'
import { readDoNotDisturb } from '../../../main/electron/do-not-disturb.ts'
import type { RunProgram } from '../../../main/electron/session-bus.ts'

function desktop(answers: Readonly<Record<string, string>>): RunProgram {
  return (program) => {
    const output = answers[program]
    return Promise.resolve(output === undefined ? { ok: false, reason: 'no such thing' } : { ok: true, output })
  }
}

describe('readDoNotDisturb', () => {
  it.each([
    [{ gdbus: '(<true>,)\n' }, true],
    [{ gdbus: '(<false>,)\n' }, false],
    [{ gsettings: 'false\n' }, true],
    [{ gsettings: 'true\n' }, false],
    [{}, null],
  ])('of %j is %s', async (answers, expected) => {
    expect(await readDoNotDisturb(desktop(answers))).toBe(expected)
  })
})
