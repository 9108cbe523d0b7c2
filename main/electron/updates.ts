import type { Logger } from '../operator/host.ts'

/** What looks for, fetches and installs a newer version; electron-updater, or a test's stand-in. */
export type Updater = {
  /** The newer version there is, or null. */
  readonly look: () => Promise<string | null>
  /** Fetches it and verifies its checksum, and its signature where the system has one. */
  readonly fetch: () => Promise<void>
  /** Ends the application and starts the new one. */
  readonly install: () => void
}

export type UpdatesOptions = {
  readonly updater: Updater
  readonly logger: Logger
  /** Tells the owner, once a version. */
  readonly offer: (version: string) => void
  /** A checked backup of the data, or an error. */
  readonly backUp: () => Promise<string>
  /** Stops the operator as quitting does, then hands over. */
  readonly stopAndThen: (action: () => void) => Promise<void>
}

export type Updates = {
  readonly look: () => Promise<void>
  /** What the owner chose: fetch, verify, back up, stop, install, in this order; a step that fails leaves everything as it was. */
  readonly install: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>
}

export function createUpdates({ updater, logger, offer, backUp, stopAndThen }: UpdatesOptions): Updates {
  let offered: string | null = null
  let installing: ReturnType<Updates['install']> | null = null
  const install = async (): ReturnType<Updates['install']> => {
    try {
      await updater.fetch()
      logger.info('update_backed_up', { file: await backUp(), version: offered })
      await stopAndThen(updater.install)
      return { ok: true }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error('update_failed', { version: offered, reason })
      return { ok: false, reason }
    }
  }
  return {
    look: async () => {
      try {
        const version = await updater.look()
        if (version === null || version === offered) return
        offered = version
        offer(version)
      } catch (error) {
        // The feed is out of reach; the next look may find it.
        logger.warning('update_not_looked_for', { reason: error instanceof Error ? error.message : String(error) })
      }
    },
    install: () => {
      installing ??= install().finally(() => {
        installing = null
      })
      return installing
    },
  }
}
