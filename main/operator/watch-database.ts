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
    const version = db.dataVersion()
    if (version !== seen) {
      seen = version
      changed()
    }
    cancel = clock.after(lookEvery, look, { background: true })
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
