import { dueDay } from '../../domain/due.ts'
import type { Finding } from '../../domain/finding.ts'
import { daysBetween } from '../../domain/local-day.ts'
import { isOwed } from '../../domain/promise.ts'
import { counted, dayInWords } from '../words.ts'
import { hourRule } from './hour-rule.ts'

/** A promise so many days past its date: one finding each, for each is owed to a person. */
export const commitment = hourRule('commitment', (snapshot, { thresholds }, _now, { day }) =>
  snapshot.promises.flatMap((promise): Finding[] => {
    if (promise.due === null || !isOwed(promise)) return []
    const due = dueDay(promise.due, snapshot.zone)
    const late = daysBetween(due, day)
    if (late < thresholds.commitment_grace_days) return []
    return [
      {
        key: `commitment:violated:${promise.id}`,
        monitor: 'tasks',
        rule: 'commitment',
        severity: 'critical',
        title: `Promise to ${promise.to} is ${counted(late, 'day')} late`,
        body: `You promised ${promise.to} "${promise.what}" for ${dayInWords(due)}, ${counted(late, 'day')} ago. Keep it today, or agree on a new date.`,
        evidence: { person: promise.to, promise: promise.what, day: due, days_late: late, threshold: thresholds.commitment_grace_days },
        members: [],
        subject: { kind: 'promise', id: promise.id },
      },
    ]
  }),
)
