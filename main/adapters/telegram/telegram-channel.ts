import type { Api } from 'grammy'
import { z } from 'zod'
import type { Message } from '../../domain/message.ts'
import { isAtLeast } from '../../domain/severity.ts'
import type { Channel, DeliveryResult } from '../../ports/channel.ts'
import { callbackData, type ButtonAction } from './callback-data.ts'
import { splitMessage } from './split-message.ts'
import { lazyTelegramApi, type TelegramSettings } from './telegram-api.ts'
import { isUnchanged, refusalOf } from './telegram-refusal.ts'

/** The ids of the pieces of one message, the first with the title. */
const receiptShape = z.object({ chat: z.string(), ids: z.array(z.int()).min(1) })
type Receipt = z.infer<typeof receiptShape>

type Button = { readonly text: string; readonly callback_data: string }

/** grammY declares the signal of a polyfill; Node's own is what it is given at run time. */
type ApiSignal = Parameters<Api['sendMessage']>[3]

/** A message about one alert has buttons, one about several none: pressing one there would not say which is meant. */
export function buttonsFor({ kind, tells, subject }: Message): readonly Button[] {
  const [telling, ...others] = tells
  return kind === 'alert' && telling !== undefined && others.length === 0 ? buttonsOf(telling.alertId, subject) : []
}

function buttonsOf(alertId: string, subject: Message['subject']): readonly Button[] {
  const button = (text: string, action: ButtonAction): readonly Button[] => {
    const data = callbackData(action, alertId)
    return data === null ? [] : [{ text, callback_data: data }]
  }
  const done = subject?.kind === 'task' ? button('Done', 'done') : []
  return [...button('Acknowledge', 'acknowledge'), ...button('Snooze 1 h', 'snooze'), ...done]
}

function keyboard(buttons: readonly Button[]): { readonly reply_markup?: { readonly inline_keyboard: Button[][] } } {
  return buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: [[...buttons]] } }
}

export function createTelegramChannel(settings: TelegramSettings): Channel {
  const api = lazyTelegramApi(settings)
  // Pieces of a message whose later piece failed: the next attempt goes on from there instead of repeating them.
  const begun = new Map<string, readonly number[]>()

  async function attempt(work: (api: Api) => Promise<string | null>): Promise<DeliveryResult> {
    try {
      return { outcome: 'delivered', receipt: await work(await api()) }
    } catch (error) {
      return refusalOf(error, [settings.token, settings.chatId])
    }
  }

  async function sendPieces(message: Message, key: string, signal: AbortSignal): Promise<DeliveryResult> {
    const pieces = splitMessage(message.title, message.body)
    const buttons = buttonsFor(message)
    const result = await attempt(async (api) => {
      const ids = [...(begun.get(key) ?? [])]
      for (const [index, piece] of pieces.entries()) {
        if (index < ids.length) continue
        const isLast = index === pieces.length - 1
        const options = {
          parse_mode: 'MarkdownV2' as const,
          link_preview_options: { is_disabled: true },
          disable_notification: !isAtLeast(message.severity, 'medium'),
          ...(isLast ? keyboard(buttons) : {}),
        }
        const sent = await api.sendMessage(settings.chatId, piece, options, signal as ApiSignal)
        ids.push(sent.message_id)
        begun.set(key, ids)
      }
      return JSON.stringify({ chat: settings.chatId, ids } satisfies Receipt)
    })
    if (result.outcome !== 'retry') begun.delete(key)
    return result
  }

  return {
    name: 'telegram',
    abilities: { buttons: true, edit: true, withdraw: true },

    deliver: (message, { deduplicationKey, signal }) => sendPieces(message, deduplicationKey, signal),

    /** The first piece says it anew, with buttons only where it can be acted on again; the others go, as what they said is no longer so. */
    async edit(receipt, message, signal) {
      const sent = readReceipt(receipt)
      if (sent === null) return unknownReceipt
      const { follows, subject } = message
      const again = follows?.openAlertId === undefined ? [] : buttonsOf(follows.openAlertId, subject)
      return attempt(async (api) => {
        const [first = 0, ...others] = sent.ids
        const [text = message.title] = splitMessage(message.title, message.body)
        const options = { parse_mode: 'MarkdownV2' as const, ...keyboard(again) }
        await api.editMessageText(sent.chat, first, text, options, signal as ApiSignal).catch((error: unknown) => {
          if (!isUnchanged(error)) throw error
        })
        await removeOthers(api, sent.chat, others, signal)
        return JSON.stringify({ chat: sent.chat, ids: [first] } satisfies Receipt)
      })
    },

    async withdraw(receipt, signal) {
      const sent = readReceipt(receipt)
      if (sent === null) return unknownReceipt
      return attempt(async (api) => {
        await api.deleteMessages(sent.chat, sent.ids, signal as ApiSignal)
        return null
      })
    },
  }
}

/** A bot may delete its messages for two days only; later they stay, and lose at least the buttons that the last one has. */
async function removeOthers(api: Api, chat: string, ids: readonly number[], signal: AbortSignal): Promise<void> {
  const last = ids.at(-1)
  if (last === undefined) return
  await api
    .deleteMessages(chat, [...ids], signal as ApiSignal)
    .catch(() => api.editMessageReplyMarkup(chat, last, {}, signal as ApiSignal))
    .catch(() => null)
}

const unknownReceipt: DeliveryResult = { outcome: 'rejected', reason: 'its receipt does not say which message it was' }

function readReceipt(receipt: string): Receipt | null {
  try {
    return receiptShape.parse(JSON.parse(receipt))
  } catch {
    return null
  }
}
