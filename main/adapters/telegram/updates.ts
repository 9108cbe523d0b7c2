import { z } from 'zod'
import { minute, type Instant } from '../../domain/instant.ts'
import { parseCallbackData, type ButtonAction } from './callback-data.ts'

const user = z.object({ id: z.int() })
const chat = z.object({ id: z.int() })

/** The parts of an update that are used; whatever else Telegram sends is left out. */
export const updateShape = z.object({
  update_id: z.int(),
  message: z.object({ date: z.int(), chat, from: user.optional(), text: z.string().optional(), caption: z.string().optional() }).optional(),
  callback_query: z.object({ id: z.string(), from: user, data: z.string().optional() }).optional(),
})
export type Update = z.infer<typeof updateShape>

export const commands = ['status', 'alerts', 'tasks', 'done', 'snooze', 'health', 'help'] as const
export type Command = (typeof commands)[number]

/** What an update asks for. `chat` is where the answer goes. */
export type Intent =
  | { readonly kind: 'press'; readonly queryId: string; readonly action: ButtonAction; readonly alertId: string }
  | { readonly kind: 'unknown_button'; readonly queryId: string }
  | { readonly kind: 'capture'; readonly chat: number; readonly text: string; readonly key: string }
  | { readonly kind: 'command'; readonly chat: number; readonly command: Command; readonly argument: string }
  | { readonly kind: 'too_old'; readonly chat: number; readonly text: string }
  | { readonly kind: 'unknown_command'; readonly chat: number; readonly text: string }
  | { readonly kind: 'no_text'; readonly chat: number }
  | { readonly kind: 'stranger'; readonly userId: number }
  | { readonly kind: 'nothing' }

/** A command typed longer ago was meant for another moment. */
export const commandPatience = 10 * minute

/** Pure. Only the numeric ids of `allowed` are listened to: names can be taken over. */
export function intentOf(update: Update, allowed: ReadonlySet<number>, now: Instant): Intent {
  const { message, callback_query: query } = update
  const userId = message?.from?.id ?? query?.from.id
  if (userId === undefined) return { kind: 'nothing' }
  if (!allowed.has(userId)) return { kind: 'stranger', userId }
  if (query !== undefined) {
    const press = parseCallbackData(query.data ?? '')
    return press === null ? { kind: 'unknown_button', queryId: query.id } : { kind: 'press', queryId: query.id, ...press }
  }
  if (message === undefined) return { kind: 'nothing' }
  const text = (message.text ?? message.caption ?? '').trim()
  if (text === '') return { kind: 'no_text', chat: message.chat.id }
  if (!text.startsWith('/')) return { kind: 'capture', chat: message.chat.id, text, key: `telegram-${update.update_id}` }
  return commandOf(text, message.chat.id, now - message.date * 1_000)
}

function commandOf(text: string, chatId: number, age: number): Intent {
  // In a group a command carries the bot's name: /status@thanos_bot.
  const match = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text)
  const name = match?.[1]?.toLowerCase()
  // Every chat with a bot begins with /start.
  const command = name === 'start' ? 'help' : commands.find((each) => each === name)
  if (command === undefined) return { kind: 'unknown_command', chat: chatId, text }
  if (age > commandPatience) return { kind: 'too_old', chat: chatId, text }
  return { kind: 'command', chat: chatId, command, argument: match?.[2]?.trim() ?? '' }
}
