import type { AlertStep } from '../../../shared/model/alert.ts'
import { assertNever } from '../../domain/assert-never.ts'
import type { Alert } from '../../domain/alert.ts'
import type { JournalEntry } from '../../domain/journal-entry.ts'
import type { OutboxItem } from '../../domain/outbox.ts'

/** Journal types that are a step of an alert's life. Deliveries are taken from the outbox, which knows the channel. */
const kinds: Readonly<Record<string, AlertStep['kind']>> = {
  finding: 'opened',
  alert_updated: 'updated',
  alert_escalated: 'escalated',
  alert_reopened: 'reopened',
  alert_returned: 'reopened',
  alert_cleared: 'closed',
  suppression: 'suppressed',
  alert_acknowledged: 'acknowledged',
  alert_snoozed: 'snoozed',
  alert_resolved: 'closed',
  alert_dismissed: 'closed',
  alert_rated: 'rated',
}

function deliveryStep(item: OutboxItem): AlertStep {
  const { channel } = item.message
  const step = (kind: AlertStep['kind'], text: string): AlertStep => ({ at: item.message.at, kind, text, channel })
  switch (item.state) {
    case 'delivered':
      return step('delivered', item.message.kind === 'alert' ? 'Delivered' : `Delivered with others: ${item.message.title}`)
    case 'queued':
      return step('retrying', item.lastError === null ? 'Waiting to be sent' : `Not sent yet: ${item.lastError}`)
    case 'failed':
      return step('failed', `Not delivered: ${item.lastError ?? 'no reason was given'}`)
    case 'cancelled':
      return step('other', 'Not needed any more, so not sent')
    default:
      return assertNever(item.state)
  }
}

/** An alert's history in order: what its rule said, what was sent or held back and why, what the owner did. */
export function alertSteps(alert: Alert, entries: readonly JournalEntry[], deliveries: readonly OutboxItem[]): readonly AlertStep[] {
  const journalled = entries.flatMap((entry): AlertStep[] => {
    const kind = kinds[entry.type]
    return kind === undefined || entry.data['alert'] !== alert.id ? [] : [{ at: entry.at, kind, text: entry.title, channel: null }]
  })
  return [...journalled, ...deliveries.map(deliveryStep)].toSorted((a, b) => a.at - b.at)
}
