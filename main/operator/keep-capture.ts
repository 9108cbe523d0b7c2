import type { Clock } from '../ports/clock.ts'
import { findCapture, insertCapture } from '../store/captures.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'

/** Keeps a thought as it was sent, before anything else happens to it. `key` is its id: coming twice after a crash, it is kept once. */
export function keepCapture(db: Writer, clock: Pick<Clock, 'now'>, text: string, key: string, origin: string): void {
  db.transaction(() => {
    if (findCapture(db, key) !== undefined) return
    const at = clock.now()
    insertCapture(db, { id: key, text, at, origin })
    appendJournal(db, [
      { at, type: 'capture', source: 'owner', severity: 'info', title: 'A thought was captured', data: { capture: key, origin } },
    ])
  })
}
