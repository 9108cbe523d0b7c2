import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { databaseName } from '../../main/operator/open-sound.ts'
import type { Operator } from '../../main/operator/operator.ts'
import type { Channel } from '../../main/ports/channel.ts'
import { openDatabase, type Writer } from '../../main/store/database.ts'
import { FakeClock } from './fake-clock.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { openTestOperator } from './test-operator-process.ts'

/** 9:05 in Chicago, when the morning's slots have come and quiet hours are over. */
export const morning = Date.parse('2026-01-20T15:05:00Z')

export type TestOperator = {
  readonly operator: Operator
  /** A connection of its own, as a command beside the running operator has. */
  readonly db: Writer
  readonly clock: FakeClock
  readonly folder: string
}

/** A real operator over a real database in an empty folder, with a clock that moves when told; stopped after the test. */
export async function testOperator(
  options: {
    readonly folder?: string
    readonly clock?: FakeClock
    readonly native?: Channel | null
    readonly dryRun?: boolean
    readonly environment?: Readonly<Record<string, string>>
  } = {},
): Promise<TestOperator> {
  const { folder = temporaryFolder(), clock = new FakeClock(morning), native = null, dryRun = false, environment = {} } = options
  const operator = await openTestOperator(folder, clock, native, dryRun, environment)
  const db = openDatabase(join(folder, 'data', databaseName), { now: clock.now() })
  onTestFinished(async () => {
    db.close()
    await operator.stop()
  })
  return { operator, db, clock, folder }
}
