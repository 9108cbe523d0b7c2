import type { Handlers } from '../../../shared/ipc/contract.ts'
import { isOpen, type Alert } from '../../domain/alert.ts'
import { actionPast, actOnAlert, type AlertAction } from '../../domain/alert-transitions.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { countAlerts, listAlerts, type AlertCursor } from '../../store/alert-list.ts'
import { findAlert, saveAlert } from '../../store/alerts.ts'
import { listDeliveries } from '../../store/deliveries.ts'
import { countHeld, listHeld } from '../../store/held-alerts.ts'
import { appendJournal, listJournal } from '../../store/journal.ts'
import { loadMutes, muteRule, unmuteRule } from '../../store/mutes.ts'
import { cancelFor } from '../../store/outbox.ts'
import { clearRating, rateAlert, ratingsByRule } from '../../store/ratings.ts'
import { alertSteps } from './alert-steps.ts'
import { alertView } from './alert-view.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { rulePrecisions } from './rule-precisions.ts'

const openStates = ['open', 'acknowledged', 'snoozed'] as const

/** A cursor is opaque to the window: it comes back as it went out, and is read again. By hand: a schema library would be loaded for it at every start. */
function readCursor(text: string | null): AlertCursor | null {
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && 'severity' in read && 'openedAt' in read && 'id' in read) {
      const { id, openedAt, severity } = read
      if (typeof id === 'string' && typeof openedAt === 'number' && typeof severity === 'number') return { severity, openedAt, id }
    }
  } catch {
    // Said below: no JSON is no cursor either.
  }
  throw new OperatorError('wrong_use', 'That page of the inbox cannot be found. Start from the first page.')
}

function found(db: HandlerTools['db'], idOrKey: string): Alert {
  const alert = findAlert(db, idOrKey)
  if (alert === undefined) {
    throw new OperatorError('not_found', `There is no alert ${idOrKey}. \`thanos alerts list\` shows ids and keys.`)
  }
  return alert
}

type AlertHandlers = Pick<Handlers, Extract<keyof Handlers, `alerts:${string}` | `rules:${string}`>>

/** The inbox. */
export function alertHandlers({ db, clock, settings, reserve, changed }: HandlerTools): AlertHandlers {
  function act(ids: readonly string[], action: AlertAction) {
    const now = clock.now()
    const alerts = reserve.spend(() =>
      db.transaction(() =>
        ids.map((id) => {
          const before = found(db, id)
          const after = actOnAlert(before, action, now)
          if (after === before) return after
          saveAlert(db, after)
          if (action.kind !== 'reopen') cancelFor(db, after.id, now)
          const until = action.kind === 'snooze' ? { until: action.until } : {}
          const past = actionPast[action.kind]
          appendJournal(db, [ownersEntry(now, `alert_${past}`, `${after.title}: ${past}`, { alert: after.id, key: after.key, ...until })])
          return after
        }),
      ),
    )
    changed(['alerts', 'journal', 'status'])
    return { alerts: alerts.map(alertView) }
  }

  const muted = () => ({ muted: [...loadMutes(db, clock.now()).keys()] })

  return {
    'alerts:list': ({ states, severities, monitors, search, held, limit, cursor }) => {
      const filter = { states: states ?? openStates, severities, monitors, search }
      const counts = { open: countAlerts(db, { states: openStates }), held: countHeld(db), all: countAlerts(db, {}) }
      if (held === true) return { alerts: listHeld(db, limit).map(alertView), next: null, counts }
      const order = filter.states.every((state) => isOpen({ state })) ? 'severity' : 'time'
      const page = listAlerts(db, { ...filter, order, limit, cursor: readCursor(cursor) })
      return { alerts: page.alerts.map(alertView), next: page.next && JSON.stringify(page.next), counts }
    },
    'alerts:get': ({ id }) => {
      const alert = found(db, id)
      const entries = listJournal(db, { search: alert.id, since: alert.openedAt, limit: 500 })
      return {
        alert: alertView(alert),
        steps: [...alertSteps(alert, entries.toReversed(), listDeliveries(db, alert.id))],
        ruleMuted: loadMutes(db, clock.now()).has(alert.rule),
      }
    },
    'alerts:acknowledge': ({ ids }) => act(ids, { kind: 'acknowledge' }),
    'alerts:reopen': ({ ids }) => act(ids, { kind: 'reopen' }),
    'alerts:snooze': async ({ ids, phrase = '', until }) => {
      // The reader of dates is loaded for words alone.
      const read = async () => (await import('../read-snooze.ts')).readSnooze(phrase, settings().zone, clock.now())
      return act(ids, { kind: 'snooze', until: until ?? (await read()) })
    },
    'alerts:resolve': ({ ids }) => act(ids, { kind: 'resolve' }),
    'alerts:dismiss': ({ ids }) => act(ids, { kind: 'dismiss' }),
    'alerts:rate': ({ id, rating }) => {
      const now = clock.now()
      const alert = { ...found(db, id), rating }
      db.transaction(() => {
        if (rating === null) clearRating(db, alert.id)
        else rateAlert(db, alert, rating, now)
        const title = rating === null ? `${alert.title}: rating taken back` : `${alert.title}: rated ${rating}`
        appendJournal(db, [ownersEntry(now, 'alert_rated', title, { alert: alert.id, key: alert.key, rule: alert.rule, rating })])
      })
      changed(['alerts', 'journal'])
      return { alerts: [alertView(alert)] }
    },
    'alerts:precision': () => ({ rules: rulePrecisions(ratingsByRule(db), settings().monitors) }),
    'rules:mute': ({ rule, until }) => {
      db.transaction(() => {
        muteRule(db, rule, until)
        appendJournal(db, [ownersEntry(clock.now(), 'rule_muted', `Rule ${rule} muted`, { rule, until })])
      })
      changed(['alerts', 'journal'])
      return muted()
    },
    'rules:unmute': ({ rule }) => {
      db.transaction(() => {
        if (unmuteRule(db, rule)) appendJournal(db, [ownersEntry(clock.now(), 'rule_unmuted', `Rule ${rule} unmuted`, { rule })])
      })
      changed(['alerts', 'journal'])
      return muted()
    },
  }
}
