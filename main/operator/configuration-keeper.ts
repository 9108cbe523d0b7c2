import { isDeepStrictEqual } from 'node:util'
import type { ConfigurationResult } from '../config/parse.ts'
import { formatProblem } from '../config/problem.ts'
import type { Configuration } from '../config/schema.ts'
import { watchConfiguration } from '../config/watch.ts'
import { OperatorError } from '../domain/operator-error.ts'
import type { Clock } from '../ports/clock.ts'
import { createNotifier } from './notifier.ts'

export type ConfigurationEvent = { readonly problems: readonly string[] }

/** The configuration in force and the file it comes from. A bad edit keeps the last good one, is said once, and is shown until it is mended. */
export type ConfigurationKeeper = {
  readonly file: string
  current(): Configuration
  defaults(): Promise<Configuration>
  /** What is wrong with the file as it stands on disk; empty when it is in force. */
  problems(): readonly string[]
  /** What is wrong with one value, in words; null when it is fine. */
  problemWith(path: string, value: unknown): Promise<string | null>
  /** Writes one value into the file, its comments kept, and puts it in force. Throws OperatorError `wrong_use` for what cannot be. */
  set(path: string, value: unknown): Promise<void>
  /** Reads the file again. */
  reload(): Promise<void>
  /** Follows the file from now on. */
  follow(): void
  onChange(listener: (event: ConfigurationEvent) => void): () => void
  close(): void
}

export type KeeperOptions = {
  readonly file: string
  readonly first: Configuration
  readonly load: () => Promise<ConfigurationResult>
  readonly clock: Clock
}

/** The schema and YAML take longer to load than a cycle to run: what needs them is imported when it is asked for. */
const writing = () => import('../config/write.ts')

export function createConfigurationKeeper({ file, first, load, clock }: KeeperOptions): ConfigurationKeeper {
  const notifier = createNotifier<ConfigurationEvent>()
  let current = first
  let problems: readonly string[] = []
  let watch: ReturnType<typeof watchConfiguration> | null = null

  function take(configuration: Configuration): void {
    current = configuration
    problems = []
    notifier.notify({ problems })
  }

  function refuse(said: readonly string[]): void {
    problems = said
    notifier.notify({ problems })
  }

  async function reload(): Promise<void> {
    if (watch !== null) {
      await watch.reload()
      return
    }
    const result = await load()
    if (!result.ok) refuse(result.problems.map(formatProblem))
    else if (!isDeepStrictEqual(result.configuration, current)) take(result.configuration)
  }

  return {
    file,
    current: () => current,
    defaults: async () => (await import('../config/schema.ts')).defaultConfiguration(),
    problems: () => problems,
    async problemWith(path, value) {
      try {
        const { readFileSync } = await import('node:fs')
        const { previewSetting } = await writing()
        previewSetting(readFileSync(file, 'utf8'), file, path, value)
        return null
      } catch (error) {
        if (error instanceof OperatorError) return error.message
        throw error
      }
    },
    async set(path, value) {
      const { writeSetting } = await writing()
      take(writeSetting(file, path, value))
    },
    reload,
    follow() {
      watch ??= watchConfiguration({ file, current, clock, load, changed: take, refused: (found) => refuse(found.map(formatProblem)) })
    },
    onChange: notifier.subscribe,
    close: () => watch?.close(),
  }
}
