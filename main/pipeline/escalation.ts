import type { Alert } from '../domain/alert.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import { minute, type Instant } from '../domain/instant.ts'
import type { OutboxItem } from '../domain/outbox.ts'
import type { NewOutboxItem } from '../ports/outbox.ts'

/** How long a critical alert may stay unanswered before another way is tried. */
export const escalationPatience = 30 * minute

/** Ways to reach a person, the most immediate first. The journal reaches nobody. */
const reachOrder = ['native', 'telegram', 'push', 'email', 'webhook'] as const satisfies readonly ChannelName[]

/** Its key carries nothing of the time: one alert is taken further once, whatever happens after. */
export function escalationKey(alertId: string): string {
  return `${alertId} escalation`
}

/**
 * The message that takes an unanswered critical alert to the next channel that is set up and has not told it; null where it is not
 * time, where the owner has answered, or where every channel has told it. `deliveries` are the alert's own messages.
 */
export function escalate(
  alert: Alert,
  deliveries: readonly Pick<OutboxItem, 'state' | 'message' | 'createdAt' | 'key'>[],
  isSetUp: (channel: ChannelName) => boolean,
  now: Instant,
): NewOutboxItem | null {
  if (alert.severity !== 'critical' || alert.state !== 'open') return null
  const key = escalationKey(alert.id)
  const tellings = deliveries.filter(({ state, message }) => state === 'delivered' && message.severity === 'critical')
  const first = tellings.filter(({ message }) => message.channel !== 'journal').map(({ createdAt }) => createdAt)
  const told = new Set(deliveries.filter(({ state }) => state === 'delivered' || state === 'queued').map(({ message }) => message.channel))
  // Told in the journal alone, nobody has been reached: the wait begins there.
  const since = Math.min(...(first.length > 0 ? first : tellings.map(({ createdAt }) => createdAt)))
  if (!Number.isFinite(since) || now - since < escalationPatience || deliveries.some((each) => each.key === key)) return null
  const channel = reachOrder.find((name) => isSetUp(name) && !told.has(name))
  if (channel === undefined) return null
  const { id: alertId, severity, members, title, body, subject } = alert
  const note = `Not acknowledged for ${Math.floor((now - since) / minute)} minutes.`
  return {
    key,
    createdAt: now,
    message: {
      kind: 'alert',
      channel,
      tells: [{ alertId, key: alert.key, severity, members }],
      severity,
      title,
      body: body === '' ? note : `${body}\n\n${note}`,
      subject,
      at: now,
    },
  }
}
