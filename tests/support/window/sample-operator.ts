import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Operator } from '../../../main/operator/operator.ts'
import { FakeClock } from '../fake-clock.ts'
import { openTestOperator } from '../test-operator-process.ts'

/** 9:05 in Chicago on a Tuesday: the morning's slots have come, quiet hours are over. */
const morning = Date.parse('2026-01-20T15:05:00Z')

export type SampleOperator = { readonly operator: Operator; readonly clock: FakeClock; readonly close: () => Promise<void> }

/** The real operator over a real database in a folder of its own, empty or with the sample data and one check behind it. */
export async function sampleOperator(options: { readonly empty?: boolean } = {}): Promise<SampleOperator> {
  const folder = await mkdtemp(join(tmpdir(), 'thanos-window-'))
  const clock = new FakeClock(morning)
  const operator = await openTestOperator(folder, clock, null)
  await operator.start()
  if (options.empty !== true) {
    await operator.handlers['sample:add']({})
    await operator.check()
  }
  return {
    operator,
    clock,
    close: async () => {
      await operator.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
