import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { DataKeeper } from '../data-keeper.ts'
import type { OperatorFiles } from '../operator-files.ts'
import type { HandlerTools } from './handler-tools.ts'

export type ImportTools = HandlerTools & {
  readonly dataFolder: string
  readonly files: OperatorFiles
  readonly data: Pick<DataKeeper, 'importJournal'>
}

/** More lines that could not be read than a person reads. */
const mostNamed = 50

/**
 * Files that a page hands over as bytes. A page names no path: it has no business with other files of the machine. The readers take
 * files, one of them a database, so the bytes lie in the data folder, where only the owner reads, for as long as that takes.
 */
export function importHandlers({ changed, data, dataFolder, files }: ImportTools): Pick<Handlers, 'data:import'> {
  const readers = { health: files.importHealth, tasks: files.importTasks, promises: files.importPromises } as const
  return {
    'data:import': async ({ content, name, what }) => {
      const bytes = Buffer.from(content, 'base64')
      if (what === 'journal') {
        const { added, read, unchanged } = await data.importJournal(bytes.toString('utf8').split('\n'))
        if (added > 0) changed(['journal'])
        return { read, added, unchanged, changed: 0, skipped: [], skippedInAll: 0 }
      }
      const { skipped, ...report } = await withFile(dataFolder, name, bytes, readers[what])
      const { added, changed: altered, read, unchanged } = report
      return { read, added, unchanged, changed: altered, skipped: skipped.slice(0, mostNamed), skippedInAll: skipped.length }
    },
  }
}

async function withFile<Answer>(
  dataFolder: string,
  name: string,
  bytes: Buffer,
  read: (path: string, name: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(dataFolder, 'import-'))
  const path = join(folder, 'file')
  try {
    await writeFile(path, bytes, { mode: 0o600 })
    return await read(path, name)
  } catch (error) {
    // The owner knows the file by the name they chose.
    if (error instanceof OperatorError) throw new OperatorError(error.code, error.message.replaceAll(path, name), { cause: error })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
