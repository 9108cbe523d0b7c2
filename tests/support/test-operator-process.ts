import { join, resolve } from 'node:path'
import { openOperator } from '../../main/operator/open-operator.ts'
import type { Operator } from '../../main/operator/operator.ts'
import type { Channel } from '../../main/ports/channel.ts'
import type { Clock } from '../../main/ports/clock.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { silentLogger } from './silent-logger.ts'

/** The thread's entry as it stands in the sources. */
export const dataWorker = resolve(import.meta.dirname, '../../main/data-worker.ts')

/** The operator as a host opens it, over a folder of the test's; free of Vitest, so that a process of its own can use it too. */
export function openTestOperator(
  folder: string,
  clock: Clock,
  native: Channel | null,
  dryRun = false,
  environment: Readonly<Record<string, string>> = {},
): Promise<Operator> {
  return openOperator({
    host: 'headless',
    configFile: join(folder, 'config', 'operator.yaml'),
    dataFolder: join(folder, 'data'),
    dataWorker,
    clock,
    logger: silentLogger,
    configured: () => undefined,
    version: packageFile.version,
    pid: process.pid,
    systemZone: 'America/Chicago',
    // Linux without a session bus has no keychain, whatever the machine has.
    platform: 'linux',
    // A home of the test's: whoever runs it may have caches and keys of their own.
    home: folder,
    environment,
    dryRun,
    openBrowser: async (url) => void (await fetch(url)),
    native,
  })
}
