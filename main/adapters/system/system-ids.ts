import { randomBytes } from 'node:crypto'
import type { Ids } from '../../ports/ids.ts'

/** Ids that sort by the time they were made: nine base-36 digits of milliseconds, then chance. */
export function createSystemIds(now: () => number): Ids {
  return {
    next(prefix) {
      const time = Math.max(0, Math.floor(now())).toString(36).padStart(9, '0')
      const chance = randomBytes(5).readUIntBE(0, 5).toString(36).padStart(8, '0')
      return `${prefix}-${time}${chance}`
    },
    random: () => Math.random(),
  }
}
