import { keysOf } from '../../domain/message.ts'
import type { JournalSeverity, NewJournalEntry } from '../../domain/journal-entry.ts'
import type { Severity } from '../../domain/severity.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'

const severityOf: Readonly<Record<Severity, JournalSeverity>> = {
  info: 'info',
  low: 'info',
  medium: 'warning',
  high: 'alert',
  critical: 'critical',
}

/** The way out that is always there: one journal entry a message. `append` answers the entry's id, and throws where nothing can be written. */
export function createJournalChannel(append: (entry: NewJournalEntry) => number, clock: Pick<Clock, 'now'>): Channel {
  return {
    name: 'journal',
    abilities: { buttons: false, edit: false, withdraw: false },
    async deliver(message, { deduplicationKey }) {
      const { kind, severity, title, body } = message
      const data = { kind, keys: keysOf(message), body, message: deduplicationKey }
      const id = append({ at: clock.now(), type: 'message', source: 'journal', severity: severityOf[severity], title, data })
      return { outcome: 'delivered', receipt: String(id) }
    },
  }
}
