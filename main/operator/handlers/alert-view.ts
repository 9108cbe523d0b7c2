import type { AlertView } from '../../../shared/model/alert.ts'
import type { Alert } from '../../domain/alert.ts'

/** An alert as the window sees it. The bridge's arrays are mutable in type only; they are copied. */
export function alertView(alert: Alert): AlertView {
  const { clearedAt: _clearedAt, evidence, members, ...rest } = alert
  return {
    ...rest,
    evidence: structuredClone(evidence) as AlertView['evidence'], // same values: readonly arrays become plain ones
    members: [...members],
    sample:
      evidence['source'] === 'sample' ||
      (members.length > 0 && members.every((id) => id.startsWith('sample-'))) ||
      alert.subject?.id.startsWith('sample-') === true,
  }
}
