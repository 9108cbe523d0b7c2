import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Operator } from '../../../main/operator/operator.ts'
import { FakeClock } from '../fake-clock.ts'
import { ScriptedChannel } from '../scripted-channel.ts'
import { openTestOperator } from '../test-operator-process.ts'

/** 9:05 in Chicago on a Tuesday: the morning's slots have come, quiet hours are over. */
const morning = Date.parse('2026-01-20T15:05:00Z')
const minute = 60_000

export type SampleOperator = {
  readonly operator: Operator
  readonly dataFolder: string
  readonly clock: FakeClock
  readonly close: () => Promise<void>
}

/** The real operator over a real database in a folder of its own, empty or with the sample data and one check behind it. */
export async function sampleOperator(options: { readonly empty?: boolean } = {}): Promise<SampleOperator> {
  const opened = await openAt(morning)
  if (options.empty !== true) {
    await opened.operator.handlers['sample:add']({})
    await opened.operator.check()
  }
  return opened
}

/**
 * The same on a desktop that shows what it is told, at another hour: the sample came at the first of `times` (minutes after 9:05), and at
 * each of the others there was a check. What is told at one time and not at another is told apart.
 */
export async function livedInOperator(times: readonly number[]): Promise<SampleOperator> {
  const [first = 0, ...later] = times
  const opened = await openAt(morning + first * minute, new ScriptedChannel('native'))
  await opened.operator.handlers['sample:add']({})
  for (const time of later) {
    opened.clock.jumpTo(morning + time * minute)
    await opened.operator.check()
  }
  return opened
}

async function openAt(now: number, native: ScriptedChannel | null = null): Promise<SampleOperator> {
  const folder = await mkdtemp(join(tmpdir(), 'thanos-window-'))
  const clock = new FakeClock(now)
  const operator = await openTestOperator(folder, clock, native)
  await operator.start()
  return {
    operator,
    dataFolder: join(folder, 'data'),
    clock,
    close: async () => {
      await operator.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
