import { isOpen, type Alert } from './alert.ts'
import type { Instant } from './instant.ts'
import { OperatorError } from './operator-error.ts'

/** What the owner can do to an alert. `reopen` takes back an acknowledgement, a snooze or a closing by hand. */
export type AlertAction =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'snooze'; readonly until: Instant }
  | { readonly kind: 'resolve' }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'reopen' }

/** The word the journal and the history use for each. */
export const actionPast: Readonly<Record<AlertAction['kind'], string>> = {
  acknowledge: 'acknowledged',
  snooze: 'snoozed',
  resolve: 'resolved',
  dismiss: 'dismissed',
  reopen: 'reopened',
}

function refuse(alert: Alert, what: string): never {
  throw new OperatorError('refused', `"${alert.title}" is already ${alert.state}, so it cannot be ${what}.`)
}

/** The alert after the owner acted on it. Doing the same twice changes nothing. Throws OperatorError `refused` where it makes no sense. */
export function actOnAlert(alert: Alert, action: AlertAction, now: Instant): Alert {
  const changed = { ...alert, updatedAt: now }
  switch (action.kind) {
    case 'acknowledge':
      if (alert.state === 'acknowledged') return alert
      if (!isOpen(alert)) return refuse(alert, 'acknowledged')
      return { ...changed, state: 'acknowledged', acknowledgedAt: now, snoozedUntil: null, heldForMorning: false }
    case 'snooze':
      if (!isOpen(alert)) return refuse(alert, 'snoozed')
      if (action.until <= now)
        throw new OperatorError('wrong_use', 'A snooze ends in the future. Give a length such as 2h or a later time.')
      return { ...changed, state: 'snoozed', snoozedUntil: action.until, heldForMorning: false }
    case 'resolve':
    case 'dismiss':
      if (!isOpen(alert)) return alert
      return {
        ...changed,
        state: action.kind === 'resolve' ? 'resolved' : 'dismissed',
        closedAt: now,
        closedBy: 'owner',
        snoozedUntil: null,
        heldForMorning: false,
      }
    case 'reopen':
      if (alert.state === 'open') return alert
      // What its rule no longer says would be closed again at the next check.
      if (alert.clearedAt !== null) return refuse(alert, 'reopened: what it said is no longer so')
      return { ...changed, state: 'open', acknowledgedAt: null, snoozedUntil: null, closedAt: null, closedBy: null }
  }
}
