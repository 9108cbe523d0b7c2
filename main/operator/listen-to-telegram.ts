import type { Handlers } from '../../shared/ipc/contract.ts'
import type { TelegramReceiver } from '../adapters/telegram/receiver.ts'
import type { Configuration } from '../config/schema.ts'
import { resolveReference } from '../config/secret-reference.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { OwnerActions } from '../ports/owner-actions.ts'
import type { SecretStore } from '../ports/secret-store.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'
import { recallMemory, remember } from './operator-memory.ts'
import { createOwnerActions } from './owner-actions.ts'

export type ListenTools = {
  readonly db: Writer
  readonly secrets: Pick<SecretStore, 'get'>
  readonly clock: Clock
  readonly logger: Logger
  readonly configuration: () => Configuration['channels']['telegram']
}

/** What the owner's messages act on. */
export type Listened = {
  readonly handlers: Handlers
  readonly zone: () => TimeZone
  /** Keeps a thought under this key, once, and answers in words what became of it. */
  readonly capture: (text: string, key: string) => Promise<string>
}

export type Listening = {
  /** Listens as the configuration says now; what listened before is ended first. Never throws: an operator without Telegram works on. */
  readonly restart: (listened: Listened) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Keeps the Telegram receiver in step with the configuration. A list without users means nobody is listened to, and the journal says so. */
export function createListening({ db, secrets, clock, logger, configuration }: ListenTools): Listening {
  let receiver: TelegramReceiver | null = null
  let by: object | null = null
  let isStopped = false
  let last: Promise<void> = Promise.resolve()

  async function open(actions: OwnerActions): Promise<TelegramReceiver | null> {
    const telegram = configuration()
    by = telegram
    const token = telegram.enabled ? await resolveReference(telegram.token, secrets) : null
    if (token === null) return null
    const { createTelegramReceiver } = await import('../adapters/telegram/receiver.ts')
    // Numbers of updates are the bot's own: another bot begins anew. The part before the colon is its id, no secret.
    const bot = token.slice(0, token.indexOf(':'))
    const before = () => recallMemory(db).telegramUpdates
    return createTelegramReceiver({
      settings: { token, apiRoot: telegram.api_root },
      allowedUsers: telegram.allowed_users,
      actions,
      memory: {
        nextUpdate: () => (before()?.bot === bot ? (before()?.next ?? null) : null),
        saveNextUpdate: (next) => remember(db, { telegramUpdates: { bot, next } }),
      },
      journal: (entry) => appendJournal(db, [entry]),
      clock,
      logger,
    })
  }

  async function stop(): Promise<void> {
    const before = receiver
    receiver = null
    await before?.stop()
  }

  function actionsOf({ capture, handlers, zone }: Listened): OwnerActions {
    return createOwnerActions({
      handlers,
      clock,
      zone,
      capture,
    })
  }

  async function restart(listened: Listened): Promise<void> {
    if (isStopped || (receiver !== null && by === configuration())) return
    await stop()
    const opened = await open(actionsOf(listened))
    if (opened === null || isStopped) return
    const started = opened.start()
    if (started.started) {
      receiver = opened
      return
    }
    const title = 'Telegram is not listened to'
    const data = { reason: started.reason }
    appendJournal(db, [{ at: clock.now(), type: 'telegram_not_listening', source: 'telegram', severity: 'info', title, data }])
  }

  return {
    restart(listened) {
      last = last
        .then(() => restart(listened))
        .catch((error: unknown) => {
          logger.warning('telegram_not_listening', { reason: error instanceof Error ? error.message : 'unknown' })
        })
      return last
    },
    async stop() {
      isStopped = true
      await last
      await stop()
    },
  }
}
