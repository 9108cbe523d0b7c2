import type { Logger } from '../ports/logger.ts'

/** Does what must not stand in the way of more important things: where it fails, the log says so under that event. */
export function orLog(logger: Logger, event: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    logger.error(event, { reason: error instanceof Error ? error.message : String(error) })
  }
}
