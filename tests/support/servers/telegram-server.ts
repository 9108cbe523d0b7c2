import type { ServerResponse } from 'node:http'
import { HttpServer, sendJson, type SeenRequest } from './http-server.ts'
import { readMarkdownV2 } from './markdown-v2.ts'

type Parameters = Readonly<Record<string, unknown>>
type Button = { readonly text: string; readonly callback_data: string }

export type SentMessage = { readonly chat: string; readonly raw: string; readonly text: string; readonly buttons: readonly Button[] }

/** Takes over the answer to a call; false leaves it to the server. */
export type Interference = (method: string, parameters: Parameters, response: ServerResponse) => boolean

/**
 * The Bot API as far as the operator uses it: sends, edits and deletes with Telegram's own limits and refusals, long polling with
 * confirmation by offset, answers to button presses.
 */
export class TelegramServer {
  readonly token = '123456:planted-secret-token'
  readonly messages = new Map<number, SentMessage>()
  readonly calls: { readonly method: string; readonly parameters: Parameters }[] = []
  interference: Interference = () => false
  #lastMessage = 0
  #lastUpdate = 1_000
  #updates: { readonly update_id: number }[] = []
  #polls: (() => void)[] = []
  readonly #http = new HttpServer((request, response) => this.#answer(request, response))

  async start(): Promise<this> {
    await this.#http.start()
    return this
  }

  async stop(): Promise<void> {
    await this.#http.stop()
  }

  get url(): string {
    return this.#http.url
  }

  get texts(): readonly string[] {
    return [...this.messages.values()].map((message) => message.text)
  }

  called(method: string): readonly Parameters[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.parameters)
  }

  /** Somebody writes to the bot. `at` in seconds since 1970, as Telegram dates messages. */
  write(from: number, text: string, at: number): void {
    const chat = { id: from, type: 'private', first_name: 'Somebody' }
    const sender = { id: from, is_bot: false, first_name: 'Somebody' }
    this.#update({ message: { message_id: ++this.#lastMessage, date: at, chat, from: sender, text } })
  }

  /** Somebody presses a button under a message. */
  press(from: number, data: string, messageId = 1): void {
    const sender = { id: from, is_bot: false, first_name: 'Somebody' }
    const message = { message_id: messageId, date: 1, chat: { id: from, type: 'private', first_name: 'Somebody' }, text: '…' }
    this.#update({ callback_query: { id: `q${this.#lastUpdate}`, from: sender, message, chat_instance: 'c', data } })
  }

  #update(content: object): void {
    this.#updates.push({ update_id: ++this.#lastUpdate, ...content })
    for (const wake of this.#polls.splice(0)) wake()
  }

  #answer(request: SeenRequest, response: ServerResponse): void {
    const match = /^\/bot([^/]+)\/(\w+)$/.exec(request.path)
    const method = match?.[2] ?? ''
    if (match?.[1] !== this.token) return refuse(response, 401, 'Unauthorized')
    const parameters = (request.body === '' ? {} : JSON.parse(request.body)) as Parameters
    this.calls.push({ method, parameters })
    if (this.interference(method, parameters, response)) return
    switch (method) {
      case 'getMe':
        return accept(response, { id: 1, is_bot: true, first_name: 'Thanos', username: 'thanos_bot' })
      case 'sendMessage':
        return this.#send(parameters, response)
      case 'editMessageText':
        return this.#edit(parameters, response)
      case 'deleteMessages':
        for (const id of parameters['message_ids'] as number[]) this.messages.delete(id)
        return accept(response, true)
      case 'editMessageReplyMarkup': {
        const id = Number(parameters['message_id'])
        const message = this.messages.get(id)
        if (message === undefined) return refuse(response, 400, 'Bad Request: message to edit not found')
        this.messages.set(id, { ...message, buttons: [] })
        return accept(response, true)
      }
      case 'answerCallbackQuery':
      case 'deleteWebhook':
        return accept(response, true)
      case 'getUpdates':
        return this.#poll(parameters, response)
      default:
        return refuse(response, 404, 'Not Found')
    }
  }

  #send(parameters: Parameters, response: ServerResponse): void {
    const message = readMessage(parameters, response)
    if (message === null) return
    this.messages.set(++this.#lastMessage, message)
    accept(response, { message_id: this.#lastMessage, date: 1, chat: { id: 1, type: 'private' }, text: message.text })
  }

  #edit(parameters: Parameters, response: ServerResponse): void {
    const id = Number(parameters['message_id'])
    const before = this.messages.get(id)
    if (before === undefined) return refuse(response, 400, 'Bad Request: message to edit not found')
    const message = readMessage(parameters, response)
    if (message === null) return
    if (message.raw === before.raw && before.buttons.length === message.buttons.length)
      return refuse(response, 400, 'Bad Request: message is not modified: specified new message content is exactly the same')
    this.messages.set(id, message)
    accept(response, { message_id: id, date: 1, chat: { id: 1, type: 'private' }, text: message.text })
  }

  /** Updates before the offset are confirmed and forgotten; without any the answer waits for one, as long as it is asked to. */
  #poll(parameters: Parameters, response: ServerResponse): void {
    const offset = Number(parameters['offset'] ?? 0)
    this.#updates = this.#updates.filter((update) => update.update_id >= offset)
    if (this.#updates.length > 0 || parameters['timeout'] === undefined || parameters['timeout'] === 0)
      return accept(response, this.#updates)
    this.#polls.push(() =>
      accept(
        response,
        this.#updates.filter((update) => update.update_id >= offset),
      ),
    )
  }
}

function readMessage(parameters: Parameters, response: ServerResponse): SentMessage | null {
  const raw = typeof parameters['text'] === 'string' ? parameters['text'] : ''
  try {
    const text = parameters['parse_mode'] === 'MarkdownV2' ? readMarkdownV2(raw) : raw
    if (text === '') throw new Error('Bad Request: message text is empty')
    if (text.length > 4_096) throw new Error('Bad Request: message is too long')
    const markup = parameters['reply_markup'] as { readonly inline_keyboard?: readonly (readonly Button[])[] } | undefined
    const buttons = (markup?.inline_keyboard ?? []).flat()
    if (buttons.some((button) => Buffer.byteLength(button.callback_data) > 64)) throw new Error('Bad Request: BUTTON_DATA_INVALID')
    return { chat: String(parameters['chat_id']), raw, text, buttons }
  } catch (error) {
    refuse(response, 400, (error as Error).message)
    return null
  }
}

function accept(response: ServerResponse, result: unknown): void {
  sendJson(response, 200, { ok: true, result })
}

export function refuse(response: ServerResponse, code: number, description: string, parameters?: Parameters): void {
  sendJson(response, code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) })
}
