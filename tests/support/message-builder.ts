import type { Message } from '../../main/domain/message.ts'
import type { NewOutboxItem } from '../../main/ports/outbox.ts'

const at = Date.parse('2026-01-20T15:00:00Z')

/** A message like the plan's; say only what the test is about. */
export function aMessage(change: Partial<Message> = {}): Message {
  return {
    kind: 'alert',
    channel: 'telegram',
    tells: [{ alertId: 'a-1', key: 'task:overdue', severity: 'high', members: [] }],
    severity: 'high',
    title: 'Memphis report is 2 days late',
    body: 'Move it or do it first.',
    subject: null,
    at,
    ...change,
  }
}

export function aQueuedMessage(key: string, change: Partial<Message> = {}): NewOutboxItem {
  const message = aMessage({ tells: [{ alertId: `a-${key}`, key, severity: change.severity ?? 'high', members: [] }], ...change })
  return { key: `${key}:${message.channel}`, message, createdAt: message.at }
}
