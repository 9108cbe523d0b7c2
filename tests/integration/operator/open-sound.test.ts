import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseName } from '../../../main/operator/open-sound.ts'
import type { Operator } from '../../../main/operator/operator.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { morning } from '../../support/test-operator.ts'
import { openTestOperator } from '../../support/test-operator-process.ts'

const dayLength = 86_400_000

/** Opens an operator, uses it and stops it. */
async function opened<Result>(folder: string, later: number, use: (operator: Operator) => Promise<Result>): Promise<Result> {
  const operator = await openTestOperator(folder, new FakeClock(morning + later), null)
  try {
    return await use(operator)
  } finally {
    await operator.stop()
  }
}

const noticesOf = async ({ handlers }: Operator) => (await handlers['status:get']({})).notices

async function backedUp(passphrase?: string): Promise<string> {
  const folder = temporaryFolder()
  await opened(folder, 0, async (operator) => {
    await operator.handlers['tasks:add']({ text: 'Memphis report' })
    await operator.data.backUp(passphrase)
  })
  return folder
}

describe('opening the data folder', () => {
  it('says of a database that is gone which backup brings it back, for some days', async () => {
    const folder = await backedUp()
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, 'data', databaseName + suffix), { force: true })
    const told = await opened(folder, dayLength, noticesOf)
    expect(told).toEqual([expect.stringContaining('`thanos restore manual-20260120T150500Z.db`')])
    expect(await opened(folder, 2 * dayLength, noticesOf)).toEqual(told)
    expect(await opened(folder, 5 * dayLength, noticesOf)).toEqual([])
  })

  it('says nothing where there never was one', async () => {
    expect(await opened(temporaryFolder(), 0, noticesOf)).toEqual([])
  })

  it('names the encrypted backup that a repair could not open', async () => {
    const folder = await backedUp('correct horse')
    truncateSync(join(folder, 'data', databaseName), 0)
    const [told] = await opened(folder, dayLength, noticesOf)
    expect(told).toContain('The backup manual-20260120T150500Z.db.enc is encrypted and was passed over')
    expect(told).not.toContain('no good backup')
  })
})
