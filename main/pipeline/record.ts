import type { Alert } from '../domain/alert.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import type { NewJournalEntry, JournalSeverity } from '../domain/journal-entry.ts'
import type { Message, Telling } from '../domain/message.ts'
import type { Severity } from '../domain/severity.ts'
import type { Batch, Change, Item, SuppressingStage, Summary } from './batch.ts'
import { beginsToFlap, flappingNote } from './flapping.ts'
import type { World } from './world.ts'

export type PlannedMessage = { readonly key: string; readonly message: Message }

/** What one transaction writes: the alerts as they are now, the messages to send, and what the journal keeps of it. */
export type PlanRecord = {
  readonly alerts: readonly Alert[]
  readonly messages: readonly PlannedMessage[]
  /** Alerts that closed: what is still queued for them is cancelled. */
  readonly cancelled: readonly string[]
  readonly journal: readonly NewJournalEntry[]
  readonly suppressed: readonly { readonly key: string; readonly stage: SuppressingStage; readonly reason: string }[]
}

const journalSeverity: Readonly<Record<Severity, JournalSeverity>> = {
  info: 'info',
  low: 'info',
  medium: 'warning',
  high: 'alert',
  critical: 'critical',
}

/** An unchanged finding was journalled when it was news. */
const journalledAs: Readonly<Record<Change, string | null>> = {
  opened: 'finding',
  reopened: 'alert_reopened',
  escalated: 'alert_escalated',
  updated: 'alert_updated',
  returned: 'alert_returned',
  unchanged: null,
}

function tellingOf({ id, key, severity, members }: Alert): Telling {
  return { alertId: id, key, severity, members }
}

/** Planning the same telling twice gives the same key, and so one message. */
function alertMessages(item: Item, world: World): readonly PlannedMessage[] {
  const { alert } = item
  const told = world.told.get(alert.key)
  const telling = told?.alertId === alert.id ? told.times + 1 : 1
  return item.channels.map((channel) => ({
    key: `${alert.id} ${telling} ${alert.severity} ${channel}`,
    message: {
      kind: 'alert',
      channel,
      tells: [tellingOf(alert)],
      severity: alert.severity,
      title: alert.title,
      body: beginsToFlap(item) ? `${alert.body}\n\n${flappingNote}` : alert.body,
      subject: alert.subject,
      at: world.now,
    },
  }))
}

function summaryMessages(summary: Summary, world: World): readonly PlannedMessage[] {
  const { kind, severity, title, body } = summary
  const tells = summary.alerts.map(tellingOf)
  return summary.channels.map((channel: ChannelName) => ({
    key: `${kind} ${world.now} ${channel}`,
    message: { kind, channel, tells, severity, title, body, subject: null, at: world.now },
  }))
}

function withOutcome({ alert, change, decision }: Item, world: World): Alert {
  if (decision.kind !== 'suppressed') return { ...alert, suppression: null }
  const { stage, reason } = decision
  const suppression = { stage, reason, at: world.now }
  // Back from a snooze, and stopped on the way: it sleeps on, so that it comes back when it can be told.
  if (change === 'returned' && stage !== 'quiet_hours') {
    return { ...alert, state: 'snoozed', snoozedUntil: world.alerts.get(alert.key)?.snoozedUntil ?? world.now, suppression }
  }
  return { ...alert, suppression }
}

function journalOf(item: Item, world: World): readonly NewJournalEntry[] {
  const { finding, alert, change, decision } = item
  const entry = (type: string, title: string, data: Readonly<Record<string, unknown>>): NewJournalEntry => ({
    at: world.now,
    type,
    source: finding.monitor,
    severity: journalSeverity[finding.severity],
    title,
    data: { alert: alert.id, key: finding.key, ...data },
  })
  const entries: NewJournalEntry[] = []
  const type = journalledAs[change]
  if (type !== null && !(change === 'returned' && withOutcome(item, world).state === 'snoozed')) {
    entries.push(
      entry(type, finding.title, { rule: finding.rule, severity: finding.severity, body: finding.body, evidence: finding.evidence }),
    )
  }
  // Every check meets the same stage again: the journal keeps the first time, the alert the latest reason.
  const before = world.alerts.get(finding.key)?.suppression?.stage
  if (decision.kind === 'suppressed' && decision.stage !== before) {
    entries.push(entry('suppression', `${finding.title}: not sent, ${decision.reason}`, { stage: decision.stage, reason: decision.reason }))
  }
  return entries
}

function clearedEntry(alert: Alert, world: World): NewJournalEntry {
  return {
    at: world.now,
    type: 'alert_cleared',
    source: alert.monitor,
    severity: 'info',
    title: `${alert.title}: no longer so`,
    data: { alert: alert.id, key: alert.key, rule: alert.rule, opened_at: alert.openedAt },
  }
}

/** What a planned batch leaves behind; pure. */
export function recordOf(batch: Batch, world: World): PlanRecord {
  return {
    alerts: [...batch.items.map((item) => withOutcome(item, world)), ...batch.cleared],
    messages: [
      ...batch.items.flatMap((item) => (item.decision.kind === 'tell' ? alertMessages(item, world) : [])),
      ...batch.summaries.flatMap((summary) => summaryMessages(summary, world)),
    ],
    cancelled: batch.cleared.map(({ id }) => id),
    journal: [...batch.items.flatMap((item) => journalOf(item, world)), ...batch.cleared.map((alert) => clearedEntry(alert, world))],
    suppressed: batch.items.flatMap(({ finding, decision }) =>
      decision.kind === 'suppressed' ? [{ key: finding.key, stage: decision.stage, reason: decision.reason }] : [],
    ),
  }
}
