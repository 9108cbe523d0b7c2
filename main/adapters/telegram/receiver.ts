import type { Api } from 'grammy'
import { z } from 'zod'
import { hour, minute, second, type Instant } from '../../domain/instant.ts'
import type { NewJournalEntry } from '../../domain/journal-entry.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { OwnerActions } from '../../ports/owner-actions.ts'
import { answerIntent, type Answer } from './answer-intent.ts'
import { splitMessage } from './split-message.ts'
import { lazyTelegramApi, type TelegramSettings } from './telegram-api.ts'
import { refusalOf } from './telegram-refusal.ts'
import { intentOf, updateShape, type Update } from './updates.ts'

/** Where the number of the next update is kept over restarts; null before the first. */
export interface ReceiverMemory {
  nextUpdate(): number | null
  saveNextUpdate(id: number): void
}

export type ReceiverTools = {
  readonly settings: Pick<TelegramSettings, 'token' | 'apiRoot'>
  readonly allowedUsers: readonly number[]
  readonly actions: OwnerActions
  readonly memory: ReceiverMemory
  readonly journal: (entry: NewJournalEntry) => void
  readonly clock: Clock
  readonly logger: Logger
}

export type TelegramReceiver = {
  /** Begins to listen, or says why not. */
  start(): { readonly started: true } | { readonly started: false; readonly reason: string }
  /** Ends the poll that is under way and waits for the update in hand. */
  stop(): Promise<void>
}

/** Seconds that Telegram holds a poll open while nothing comes. */
const pollSeconds = 50

const firstWait = second
const longestWait = minute

/** Telegram cuts a button's answer at 200 characters and refuses a longer one. */
const buttonAnswerLimit = 200

type ApiSignal = Parameters<Api['getUpdates']>[1]

export function createTelegramReceiver(tools: ReceiverTools): TelegramReceiver {
  const { memory, clock, logger } = tools
  const allowed = new Set(tools.allowedUsers)
  const loadApi = lazyTelegramApi(tools.settings)
  const stopping = new AbortController()
  const signal = stopping.signal
  const strangers = new Map<number, Instant>()
  let running: Promise<void> = Promise.resolve()

  async function listen(): Promise<void> {
    for (let wait = firstWait; !signal.aborted;) {
      try {
        await pollOnce(await loadApi())
        wait = firstWait
      } catch (error) {
        if (signal.aborted) return
        const refusal = refusalOf(error, [tools.settings.token])
        logger.warning('telegram_receiver_waits', { reason: refusal.reason })
        const asked = refusal.outcome === 'retry' ? (refusal.afterMs ?? 0) : longestWait
        await paused(Math.max(wait, asked))
        wait = Math.min(wait * 2, longestWait)
      }
    }
  }

  async function pollOnce(api: Api): Promise<void> {
    const offset = memory.nextUpdate()
    const request = {
      timeout: pollSeconds,
      allowed_updates: ['message', 'callback_query'] as const,
      ...(offset === null ? {} : { offset }),
    }
    const updates = z.array(z.unknown()).parse(await api.getUpdates(request, signal as ApiSignal))
    for (const each of updates) {
      if (signal.aborted) return
      await receive(api, each)
    }
  }

  /** Each update is confirmed only after it was dealt with: a crash repeats one at worst, and a capture is kept once by its key. */
  async function receive(api: Api, received: unknown): Promise<void> {
    const parsed = updateShape.safeParse(received)
    if (parsed.success) await handle(api, parsed.data)
    const id = z.object({ update_id: z.int() }).parse(received).update_id
    memory.saveNextUpdate(id + 1)
  }

  async function handle(api: Api, update: Update): Promise<void> {
    const intent = intentOf(update, allowed, clock.now())
    if (intent.kind === 'stranger') return noteStranger(intent.userId)
    const answer = await answerIntent(intent, tools.actions).catch((error: unknown) => {
      logger.error('telegram_request_failed', { kind: intent.kind, error: error instanceof Error ? error.name : 'unknown' })
      if (intent.kind === 'capture') throw error
      return null
    })
    if (answer === null) return
    // What was asked is done: an answer that does not arrive must not do it again.
    await send(api, answer).catch((error: unknown) => {
      logger.warning('telegram_answer_failed', { reason: refusalOf(error, [tools.settings.token]).reason })
    })
  }

  async function send(api: Api, answer: Answer): Promise<void> {
    if (answer.to === 'button') {
      await api.answerCallbackQuery(answer.queryId, { text: answer.text.slice(0, buttonAnswerLimit) }, signal as ApiSignal)
      return
    }
    for (const piece of splitMessage('', answer.text)) {
      const options = { parse_mode: 'MarkdownV2' as const, link_preview_options: { is_disabled: true } }
      await api.sendMessage(answer.chat, piece, options, signal as ApiSignal)
    }
  }

  /** Once an hour each: somebody who writes all day must not fill the journal. */
  function noteStranger(userId: number): void {
    const now = clock.now()
    const before = strangers.get(userId)
    if (before !== undefined && now - before < hour) return
    if (strangers.size > 1_000) strangers.clear()
    strangers.set(userId, now)
    const title = 'Somebody who is not on the list wrote to the Telegram bot'
    tools.journal({ at: now, type: 'stranger', source: 'telegram', severity: 'warning', title, data: { user_id: userId } })
  }

  function paused(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        cancel()
        signal.removeEventListener('abort', finish)
        resolve()
      }
      const cancel = clock.after(milliseconds, finish, { background: true })
      signal.addEventListener('abort', finish)
    })
  }

  return {
    start() {
      if (allowed.size === 0) {
        const reason =
          'channels.telegram.allowed_users is empty: add your numeric Telegram user id, or its buttons and commands work for nobody.'
        return { started: false, reason }
      }
      running = listen()
      return { started: true }
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
