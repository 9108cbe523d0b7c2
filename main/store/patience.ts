import type { Writer } from './handle.ts'
import { busyTimeout } from './sqlite-handle.ts'

/** While a thread of this process holds the write lock, nobody's write may fail for it, ms. */
const longPatience = 10 * 60_000

/** Does its work while writes on this connection wait for another's lock as long as it takes. */
export async function withPatience<Result>(db: Writer, work: () => Promise<Result>): Promise<Result> {
  db.script(`PRAGMA busy_timeout = ${longPatience}`)
  try {
    return await work()
  } finally {
    db.script(`PRAGMA busy_timeout = ${busyTimeout}`)
  }
}
