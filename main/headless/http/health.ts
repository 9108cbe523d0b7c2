import type { Instant } from '../../operator/host.ts'
import type { Operator } from '../../operator/operator.ts'

/** Cycles that may be missed before the process counts as stuck. */
const mostMissed = 3

/** Whether cycles go on. A source that is down is not the operator's illness. */
export function isHealthy(operator: Pick<Operator, 'figures'>, now: Instant): boolean {
  const { lastRun, startedAt, interval } = operator.figures()
  const last = lastRun ?? startedAt
  return last !== null && now - last <= mostMissed * interval
}
