import { realpathSync, watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../ports/clock.ts'
import type { ConfigurationResult } from './parse.ts'
import type { ConfigurationProblem } from './problem.ts'
import type { Configuration } from './schema.ts'

export type WatchOptions = {
  readonly file: string
  readonly current: Configuration
  readonly clock: Pick<Clock, 'after'>
  /** Reads the file anew; a missing file is a problem here, not one to be made. */
  readonly load: () => Promise<ConfigurationResult>
  /** A good configuration that differs from the one before, or the first good one after a bad edit. */
  readonly changed: (configuration: Configuration, warnings: readonly string[]) => void
  /** What is wrong with the file as it stands, said once; the last good configuration holds. */
  readonly refused: (problems: readonly ConfigurationProblem[]) => void
}

export type ConfigurationWatch = {
  /** Reads the file now, as SIGHUP asks. */
  readonly reload: () => Promise<void>
  readonly close: () => void
}

/** An editor writes in several steps; what it leaves after this many milliseconds of quiet counts. */
const settleMs = 150

/**
 * Follows the file while the operator runs. The folder is watched and not the file: most editors put a new file in the old one's place, and a watch on the
 * file would go with the old one.
 */
export function watchConfiguration(options: WatchOptions): ConfigurationWatch {
  let current = options.current
  let said: readonly ConfigurationProblem[] | null = null
  let cancel: (() => void) | null = null
  let closed = false
  let reading: Promise<void> = Promise.resolve()

  const read = async () => {
    const result = await options.load()
    if (closed) return
    if (!result.ok) {
      if (!isDeepStrictEqual(said, result.problems)) options.refused(result.problems)
      said = result.problems
      return
    }
    const isNews = said !== null || !isDeepStrictEqual(current, result.configuration)
    said = null
    current = result.configuration
    if (isNews) options.changed(result.configuration, result.warnings)
  }
  // One after the other, so that the last edit has the last word; one whose listener failed does not keep later ones from being read.
  const reload = () => (reading = reading.catch(() => undefined).then(read))
  const soon = () => {
    cancel?.()
    cancel = options.clock.after(settleMs, () => void reload(), { background: true })
  }
  const watchers = placesOf(options.file).flatMap((place) => watchFile(place, soon))
  return {
    reload,
    close: () => {
      closed = true
      cancel?.()
      for (const each of watchers) each.close()
    },
  }
}

/** The file, and where it is a symbolic link, what it points to. */
function placesOf(file: string): readonly string[] {
  try {
    return [...new Set([file, realpathSync(file)])]
  } catch {
    return [file]
  }
}

function watchFile(file: string, changed: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(dirname(file), { persistent: false }, (_, name) => {
      if (name === null || name === basename(file)) changed()
    })
    // A folder that disappears ends the watch; SIGHUP and the next start still read the file.
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}
