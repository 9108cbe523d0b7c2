import type { Topic } from '../../../shared/ipc/topics.ts'
import type { ResolvedSettings } from '../../config/resolve.ts'
import type { NewJournalEntry } from '../../domain/journal-entry.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Writer } from '../../store/database.ts'
import type { SpaceReserve } from '../../store/space-reserve.ts'

/** What every handler gets. */
export type HandlerTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly ids: Ids
  /** What the owner does goes through it where it is short: it works on a full disk too. */
  readonly reserve: Pick<SpaceReserve, 'spend'>
  readonly settings: () => ResolvedSettings
  /** Tells the windows what to read again; after the write. */
  readonly changed: (topics: readonly Topic[]) => void
}

/** A journal entry of something the owner did. */
export function ownersEntry(at: number, type: string, title: string, data: Readonly<Record<string, unknown>>): NewJournalEntry {
  return { at, type, source: 'owner', severity: 'info', title, data }
}
