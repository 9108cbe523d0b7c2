import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { Held } from '../../support/children/simulated-days.ts'
import { fastFolder } from '../../support/fast-folder.ts'

const run = promisify(execFile)

/**
 * A process of its own, so that the figures are the operator's alone. What V8 keeps for speed (compiled code, a young generation that grows with the
 * pace, a year of cycles a minute here) would hide what is looked for, or look like it.
 */
const plain = ['--expose-gc', '--max-semi-space-size=1', '--no-opt', '--no-sparkplug', '--no-maglev', '--no-flush-bytecode']

it(
  'holds no more after three days of faults than after their first hundred cycles: memory, files, timers, statements',
  { timeout: 180_000 },
  async () => {
    const { stdout } = await run(process.execPath, [...plain, resolve('tests/support/children/simulated-days.ts'), fastFolder(), '3'])
    // Written by the child as JSON of this very type.
    const [early, ...later] = JSON.parse(stdout) as readonly Held[]
    if (early === undefined) throw new Error('The child measured nothing.')
    expect(early.cycles).toBeGreaterThan(90)
    expect(later.at(-1)?.cycles).toBeGreaterThan(800)
    for (const { heap, descriptors, timers, statements } of later) {
      expect(heap / early.heap).toBeLessThan(1.05)
      expect([descriptors, timers]).toEqual([early.descriptors, early.timers])
      // What a day's first backup or a long queue asks for comes later than the first cycles; texts made anew each time would be thousands.
      expect(statements).toBeLessThan(early.statements + 10)
    }
    // The system's figure settles later: the database's own cache fills during the first day.
    const [, dayBefore, last] = later.map(({ resident }) => resident)
    expect((last ?? Infinity) / (dayBefore ?? 0)).toBeLessThan(1.05)
  },
)
