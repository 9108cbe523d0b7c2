import { dueDay, dueInstant, isPast } from '../../domain/due.ts'
import type { Finding } from '../../domain/finding.ts'
import { hour } from '../../domain/instant.ts'
import { isOwed } from '../../domain/promise.ts'
import { dayInWords } from '../words.ts'
import { hourRule } from './hour-rule.ts'

/** A promise due within 24 hours and not past. */
export const commitmentDue = hourRule('commitment_due', (snapshot, _settings, now, { day: today }) =>
  snapshot.promises.flatMap((promise): Finding[] => {
    if (promise.due === null || !isOwed(promise) || isPast(promise.due, today, now)) return []
    const until = dueInstant(promise.due, snapshot.zone) - now
    if (until > 24 * hour) return []
    const due = dueDay(promise.due, snapshot.zone)
    return [
      {
        key: `commitment:due:${promise.id}`,
        monitor: 'tasks',
        rule: 'commitment_due',
        severity: 'medium',
        title: `Promised to ${promise.to}: ${promise.what}`,
        body: `You promised ${promise.to} "${promise.what}" by ${dayInWords(due)}. It is due within a day.`,
        evidence: { person: promise.to, promise: promise.what, day: due, hours_left: Math.floor(until / hour) },
        members: [],
        subject: { kind: 'promise', id: promise.id },
      },
    ]
  }),
)
