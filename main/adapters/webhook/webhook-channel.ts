import { createHmac } from 'node:crypto'
import type { Message } from '../../domain/message.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import { post } from '../post.ts'

/** Without a secret nothing is signed. */
export type WebhookSettings = { readonly url: string; readonly secret: string | null }

/** HMAC-SHA256 over `timestamp.body`, as the receiver computes it: the timestamp inside keeps a recorded request from being replayed later. */
export function sign(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

/** The alert as JSON. `id` is the same for every attempt at one message. */
export function documentOf(message: Message, id: string): Readonly<Record<string, unknown>> {
  const { kind, severity, title, body, subject, at } = message
  const alerts = message.tells.map(({ alertId, key, severity, members }) => ({ id: alertId, key, severity, members }))
  return { id, kind, severity, title, body, subject, at: new Date(at).toISOString(), alerts }
}

export function createWebhookChannel(settings: WebhookSettings, clock: Pick<Clock, 'now'>): Channel {
  return {
    name: 'webhook',
    abilities: { buttons: false, edit: false, withdraw: false },
    async deliver(message, { deduplicationKey, signal }) {
      const body = JSON.stringify(documentOf(message, deduplicationKey))
      // Seconds since 1970, as other signed webhooks have it.
      const timestamp = String(Math.floor(clock.now() / 1_000))
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': encodeURIComponent(deduplicationKey),
        'X-Thanos-Timestamp': timestamp,
        ...(settings.secret === null ? {} : { 'X-Thanos-Signature': sign(settings.secret, timestamp, body) }),
      }
      const { result } = await post({ url: settings.url, headers, body, signal, service: 'The webhook', now: () => clock.now() })
      return result
    },
  }
}
