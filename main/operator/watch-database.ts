import type { Clock } from '../ports/clock.ts'
import type { Reader } from '../store/database.ts'

/** Reading the version costs microseconds, so that a change from another process shows at once without watching files. */
const lookEvery = 1_000

/** Says when another connection (a command beside the running operator) has written. */
export function watchDatabase(
  db: Pick<Reader, 'dataVersion'>,
  clock: Clock,
  changed: () => void,
): { readonly start: () => void; readonly stop: () => void } {
  let seen = 0
  let cancel: (() => void) | null = null

  function look(): void {
    const version = readVersion()
    if (version !== null && version !== seen) {
      seen = version
      changed()
    }
    cancel = clock.after(lookEvery, look, { background: true })
  }

  /** A disk has its moments: thrown in a timer that would end the process, and the next cycle says what is wrong. */
  function readVersion(): number | null {
    try {
      return db.dataVersion()
    } catch {
      return null
    }
  }

  return {
    start() {
      seen = db.dataVersion()
      cancel = clock.after(lookEvery, look, { background: true })
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
