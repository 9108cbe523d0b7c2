import { dialog } from 'electron'
import type { Logger } from '../operator/host.ts'
import type { Quit } from './quit.ts'
import { makeSystemNotification } from './system-notification.ts'
import { createSystemUpdater, hasUpdateFeed } from './system-updater.ts'
import type { OperatorTray } from './tray.ts'
import { createUpdates } from './updates.ts'
import { words } from './words.ts'

/** The start is busy enough. */
const firstLookMs = 30_000
const lookMs = 24 * 3_600_000

export type WatchUpdatesOptions = {
  readonly logger: Logger
  readonly quit: Quit
  readonly tray: OperatorTray
  /** A checked backup before a newer version takes over; the answer is its file. */
  readonly backUp: () => Promise<string>
}

/** Looks for a newer version now and then, and offers it in the tray. The answer ends it. */
export function watchUpdates({ logger, quit, tray, backUp }: WatchUpdatesOptions): () => void {
  if (!hasUpdateFeed()) return () => undefined
  const updates = createUpdates({
    updater: createSystemUpdater(),
    logger,
    backUp,
    stopAndThen: quit.stopAndThen,
    offer: (version) => {
      const install = async (): Promise<void> => {
        const result = await updates.install()
        if (!result.ok) dialog.showErrorBox(words.updateFailed(version), result.reason)
      }
      tray.offer(version, () => void install())
      const content = { title: words.updateThere(version), body: words.updateHow, urgent: false, sound: 'none', actions: [] }
      makeSystemNotification({ ...content, id: `update-${version}` }).show()
    },
  })
  const first = setTimeout(() => void updates.look(), firstLookMs)
  const every = setInterval(() => void updates.look(), lookMs)
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}
