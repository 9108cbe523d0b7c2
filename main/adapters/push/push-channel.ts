import { z } from 'zod'
import type { Severity } from '../../domain/severity.ts'
import type { Channel } from '../../ports/channel.ts'
import type { Clock } from '../../ports/clock.ts'
import { post } from '../post.ts'
import { shorten } from './shorten.ts'

export type PushSettings = { readonly url: string; readonly topic: string; readonly token: string | null }

/** ntfy's priorities: 1 min, 2 low, 3 default, 4 high, 5 urgent. */
const priorityOf: Readonly<Record<Severity, number>> = { info: 1, low: 2, medium: 3, high: 4, critical: 5 }

/** ntfy turns a longer message into an attachment, which a lock screen does not show. */
const messageLimit = 4_096
const titleLimit = 250

const receipt = z.object({ id: z.string().min(1) })

function idIn(answer: string): string | null {
  try {
    return receipt.parse(JSON.parse(answer)).id
  } catch {
    return null
  }
}

/** Phone notifications through an ntfy server: its publish API as JSON (https://docs.ntfy.sh/publish/#publish-as-json). */
export function createPushChannel(settings: PushSettings, clock: Pick<Clock, 'now'>): Channel {
  return {
    name: 'push',
    abilities: { buttons: false, edit: false, withdraw: false },
    async deliver(message, { signal }) {
      const body = JSON.stringify({
        topic: settings.topic,
        title: shorten(message.title, titleLimit),
        // ntfy writes "triggered" in place of an empty message.
        message: shorten(message.body === '' ? message.title : message.body, messageLimit),
        priority: priorityOf[message.severity],
      })
      const authorization = settings.token === null ? {} : { Authorization: `Bearer ${settings.token}` }
      const headers = { 'Content-Type': 'application/json', ...authorization }
      const { result, answer } = await post({
        url: settings.url,
        headers,
        body,
        signal,
        service: 'The push server',
        now: () => clock.now(),
      })
      return result.outcome === 'delivered' ? { outcome: 'delivered', receipt: idIn(answer) } : result
    },
  }
}
