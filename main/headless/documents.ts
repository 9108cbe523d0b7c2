import type { AlertDetail, AlertView } from '../../shared/model/alert.ts'
import type { CaptureAnswer, CaptureView } from '../../shared/model/capture.ts'
import type { JournalEntryView } from '../../shared/model/journal.ts'
import type { DueView, PromiseView, TaskView } from '../../shared/model/task.ts'

/** What --json prints: times as ISO 8601 in UTC, names in snake_case, and tasks and promises as `import` takes them. */
function time(at: number): string
function time(at: number | null): string | null
function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** A day as it is, a moment as ISO 8601. */
function dueText(due: DueView | null): string | null {
  if (due === null) return null
  return due.kind === 'day' ? due.day : time(due.at)
}

export function taskDocument(task: TaskView) {
  return {
    id: task.id,
    title: task.title,
    notes: task.notes,
    status: task.status,
    priority: task.priority,
    due: dueText(task.due),
    planned_day: task.plannedDay,
    client: task.client,
    effort_minutes: task.effortMinutes,
    drain: task.drain,
    source: task.source,
    created_at: time(task.createdAt),
    updated_at: time(task.updatedAt),
    completed_at: time(task.completedAt),
    standing: task.standing,
    due_day: task.dueDay,
    put_off: task.putOff,
    pending_write: task.pendingWrite,
  }
}

export function promiseDocument(promise: PromiseView) {
  return {
    id: promise.id,
    what: promise.what,
    to: promise.to,
    due: dueText(promise.due),
    status: promise.status,
    source: promise.source,
    created_at: time(promise.createdAt),
    updated_at: time(promise.updatedAt),
    due_day: promise.dueDay,
    days_late: promise.daysLate,
  }
}

export function alertDocument(alert: AlertView) {
  const { suppression } = alert
  return {
    id: alert.id,
    key: alert.key,
    monitor: alert.monitor,
    rule: alert.rule,
    severity: alert.severity,
    state: alert.state,
    title: alert.title,
    body: alert.body,
    evidence: alert.evidence,
    members: alert.members,
    subject: alert.subject,
    opened_at: time(alert.openedAt),
    updated_at: time(alert.updatedAt),
    last_seen_at: time(alert.lastSeenAt),
    acknowledged_at: time(alert.acknowledgedAt),
    snoozed_until: time(alert.snoozedUntil),
    closed_at: time(alert.closedAt),
    closed_by: alert.closedBy,
    flaps: alert.flaps,
    held_for_morning: alert.heldForMorning,
    rating: alert.rating,
    sample: alert.sample,
    suppression: suppression === null ? null : { ...suppression, at: time(suppression.at) },
  }
}

export function alertDetailDocument({ alert, ruleMuted, steps }: AlertDetail) {
  return { ...alertDocument(alert), rule_muted: ruleMuted, steps: steps.map((step) => ({ ...step, at: time(step.at) })) }
}

export function journalDocument(entry: JournalEntryView) {
  return { ...entry, at: time(entry.at) }
}

export function captureAnswerDocument({
  at,
  class: kind,
  classifier,
  confidence,
  extracted,
  features,
  id,
  reason,
  segments,
}: CaptureAnswer) {
  return { id, at: time(at), classifier, class: kind, confidence, reason, extracted, segments, features }
}

export function captureDocument({ answer, at, id, made, origin, state, text, unheard }: CaptureView) {
  return { id, text, at: time(at), origin, state, answer: answer === null ? null : captureAnswerDocument(answer), made, unheard }
}
