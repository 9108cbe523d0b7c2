import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseName } from '../../../main/operator/open-sound.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { FakeClock } from '../fake-clock.ts'
import { openTestOperator } from '../test-operator-process.ts'
import type { OpenOptions } from './window-host.ts'

/** 9:05 in Chicago on a Tuesday: the morning's slots have come, quiet hours are over. */
export const morning = Date.parse('2026-01-20T15:05:00Z')

export type OperatorFolder = {
  readonly path: string
  readonly configFile: string
  readonly dataFolder: string
  readonly remove: () => void
}

export type PreparedFolders = {
  /** A folder of the visitor's own with a configuration and the data asked for; a copy of one that was made once. */
  readonly copy: (options: Pick<OpenOptions, 'configuration' | 'data' | 'plant'>) => OperatorFolder
  readonly remove: () => void
}

/** The same start for every window: checking the sample anew for each would take longer than most tests. */
export async function prepareFolders(): Promise<PreparedFolders> {
  const root = mkdtempSync(join(tmpdir(), 'thanos-window-'))
  for (const data of ['none', 'sample'] as const) {
    const folder = join(root, data)
    mkdirSync(join(folder, 'config'), { recursive: true })
    // Not of the machine that runs the test, nor of the page's.
    writeFileSync(join(folder, 'config', 'operator.yaml'), 'timezone: America/Chicago\n')
    const operator = await openTestOperator(folder, new FakeClock(morning), null)
    // Before the first cycle: what is told at a full hour is judged once, and that was to find the sample.
    if (data === 'sample') await operator.handlers['sample:add']({})
    await operator.start()
    // The second one has something not to say again.
    await operator.check()
    await operator.check()
    await operator.stop()
  }
  return {
    copy: ({ configuration = '', data = 'sample', plant }) => {
      const path = mkdtempSync(join(tmpdir(), 'thanos-window-'))
      cpSync(join(root, data), path, { recursive: true })
      const dataFolder = join(path, 'data')
      const configFile = join(path, 'config', 'operator.yaml')
      appendFileSync(configFile, configuration)
      if (plant !== undefined) {
        const db = openDatabase(join(dataFolder, databaseName), { now: morning })
        plant(db)
        db.close()
      }
      return {
        path,
        dataFolder,
        configFile,
        remove: () => rmSync(path, { recursive: true, force: true }),
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
