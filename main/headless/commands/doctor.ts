import type { DoctorCheck } from '../../operator/doctor.ts'
import type { Command, ExitCode } from '../command.ts'
import { exitCodeOf, wordsOf } from '../exit-code.ts'
import { terminalText } from '../terminal-text.ts'

const marks: Readonly<Record<DoctorCheck['result'], string>> = { ok: '  ok     ', warning: '  look   ', failed: '  FAILED ' }

export const command: Command = {
  arguments: [],
  options: {},
  examples: ['doctor', 'doctor --json'],
  run: async (_, { operator: open, output }) => {
    const { checks, code } = await examined(async () => (await open()).doctor())
    const isWell = checks.every(({ result }) => result !== 'failed')
    output.answer({ ok: isWell, checks }, () => checks.map(lines).join('\n'))
    return isWell ? 0 : code
  },
}

/** What keeps the operator from opening at all is the first thing a doctor has to say. */
async function examined(
  examine: () => Promise<readonly DoctorCheck[]>,
): Promise<{ readonly checks: readonly DoctorCheck[]; readonly code: ExitCode }> {
  try {
    return { checks: await examine(), code: 1 }
  } catch (error) {
    const code = exitCodeOf(error)
    const [name, fix] = code === 3 ? ['configuration', 'Mend the file: `thanos config check` shows every problem.'] : ['operator', null]
    return { checks: [{ name, result: 'failed', detail: wordsOf(error), fix }], code }
  }
}

function lines({ detail, fix, name, result }: DoctorCheck): string {
  const first = `${marks[result]}${name.padEnd(20)}${terminalText(detail)}`
  return fix === null ? first : `${first}\n${' '.repeat(29)}→ ${terminalText(fix)}`
}
