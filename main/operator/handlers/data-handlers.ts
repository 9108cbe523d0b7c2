import { basename } from 'node:path'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { BackupView } from '../../../shared/ipc/data.ts'
import { topics } from '../../../shared/ipc/topics.ts'
import { dayLength } from '../../domain/instant.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Backup } from '../../store/backup-names.ts'
import type { RestorePreview } from '../../store/restore.ts'
import type { DataKeeper } from '../data-keeper.ts'
import type { HandlerTools } from './handler-tools.ts'

type DataHandlers = Omit<Pick<Handlers, Extract<keyof Handlers, `data:${string}`>>, 'data:import'>

export type DataTools = HandlerTools & {
  readonly data: DataKeeper
  /** Refused as `held_by_another` while another process runs cycles over the same data. */
  readonly holding: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** Typed by the owner before everything goes, and compared here: a page that was tricked into a click has not typed it. */
const eraseWord = 'ERASE'

/** Characters of a journal that are answered as text; a longer one becomes a file. A page holds this much with ease, and a download of it. */
const mostText = 4_000_000

/** The owner's data as a whole: backups, restore, the journal's files, erasing. */
export function dataHandlers({ clock, changed, data, holding }: DataTools): DataHandlers {
  async function fileOf(name: string): Promise<string> {
    const found = (await data.backups()).find(({ path }) => basename(path) === name)
    if (found === undefined)
      throw new OperatorError('not_found', `There is no backup ${name} in ${data.folder()}. Nothing was changed; choose one of the list.`)
    return found.path
  }

  return {
    'data:list': async () => ({ folder: data.folder(), backups: (await data.backups()).map(viewOf), eraseWord }),
    'data:back-up': async ({ passphrase }) => {
      const { backup, removed, shrunkFrom } = await data.backUp(passphrase)
      changed(['journal', 'status'])
      return { backup: viewOf(backup), removed: removed.length, shrunkFrom: shrunkFrom && viewOf(shrunkFrom) }
    },
    'data:preview': async ({ name, passphrase }) => previewOf(await data.previewRestore(await fileOf(name), passphrase)),
    'data:restore': async ({ name, passphrase }) => {
      const { preview, before } = await data.restore(await fileOf(name), passphrase)
      changed(topics)
      return { preview: previewOf(preview), before: viewOf(before.backup) }
    },
    'data:verify': async () => {
      const { ok, problems, journal } = await data.verify()
      if (!journal.ok) return { ok, problems: [...problems], journal: { ok: false as const, reason: journal.reason } }
      const { entries, archived, lost } = journal
      return { ok, problems: [...problems], journal: { ok: true as const, entries, archived, lost } }
    },
    'data:vacuum': () => data.vacuum(),
    'data:export': async () => {
      const lines: string[] = []
      let length = 0
      for (const line of await data.journalLines()) {
        lines.push(line)
        length += line.length
        if (length > mostText) break
      }
      if (length <= mostText) return { kind: 'text' as const, entries: lines.length, text: lines.join('') }
      return { kind: 'file' as const, ...(await data.exportJournalAside()) }
    },
    'data:archive': async ({ olderThanDays }) => {
      const { entries, file } = await data.archive(clock.now() - olderThanDays * dayLength)
      if (file !== null) changed(['journal', 'status'])
      return { entries, file }
    },
    'data:erase': async ({ confirmation, backUpFirst }) => {
      if (confirmation !== eraseWord)
        throw new OperatorError('refused', `Nothing was erased: the word to type is ${eraseWord}, in capitals.`)
      // A cycle in the midst of its work elsewhere would write back some of what it had read.
      const { rows, before } = await holding(() => data.erase(backUpFirst))
      changed(topics)
      return { rows, before: before && viewOf(before), backupsLeft: (await data.backups()).length }
    },
  }
}

function viewOf({ path, reason, at, bytes, encrypted }: Backup): BackupView {
  return { name: basename(path), reason, at, bytes, encrypted }
}

function previewOf({ tables, newest }: RestorePreview) {
  return { tables: tables.map((each) => ({ ...each })), newest }
}
