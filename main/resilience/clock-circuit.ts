import {
  CircuitState as CockatielState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  type IBackoff,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'
import type { CircuitState } from '../domain/source-state.ts'
import type { Clock } from '../ports/clock.ts'
import type { SourceRecord } from '../ports/source-memory.ts'
import { countsAsFailure } from './blame.ts'
import { isWaitOver, openWait, type SourceLimits } from './source-limits.ts'
import type { CircuitReading } from './source-record.ts'

/** One source's circuit breaker, on the operator's clock. */
export interface ClockCircuit {
  read(): CircuitReading
  /** Runs the action when the circuit lets it, and rejects with cockatiel's BrokenCircuitError when it does not. */
  execute<Value>(action: () => Promise<Value>): Promise<Value>
  /** Ends the wait: the next execution is a trial. */
  endWait(): void
}

const stateNames: Readonly<Record<CockatielState, CircuitState>> = {
  [CockatielState.Closed]: 'closed',
  [CockatielState.Open]: 'open',
  [CockatielState.HalfOpen]: 'half_open',
  [CockatielState.Isolated]: 'open',
}

/**
 * cockatiel's breaker decides, and the operator's clock tells it the time. cockatiel compares `Date.now() - openedAt` with the duration of
 * its backoff at each call; ours answers either forever or no time at all, so that its own wall clock cancels out and `--now`, a fake
 * clock and a restored state mean what they say. See docs/decisions/2026-11-21-breaker-clock.md.
 */
export function createClockCircuit(
  record: SourceRecord,
  limits: SourceLimits,
  clock: Clock,
  onChange: (to: CircuitState, reading: CircuitReading) => void,
): ClockCircuit {
  let openings = record.openings
  let trialAt = record.state.circuit === 'closed' ? null : record.state.retryAt
  let restoring = true

  const wait: IBackoff<IHalfOpenAfterBackoffContext> = {
    get duration() {
      return trialAt === null || isWaitOver(trialAt, clock.now(), limits.maxOpenMs) ? -Infinity : Infinity
    },
    // cockatiel asks when the circuit opens, with the number of openings in a row, and again for each of them when it restores a state.
    next({ attempt }) {
      if (restoring) return wait
      openings = attempt
      trialAt = clock.now() + openWait(attempt, limits)
      return wait
    },
  }

  const failures = new ConsecutiveBreaker(limits.failureThreshold)
  const open = record.state.circuit !== 'closed'
  const policy = circuitBreaker(handleWhen(countsAsFailure), {
    breaker: failures,
    halfOpenAfter: wait,
    halfOpenSampling: { calls: limits.halfOpenAttempts, threshold: 0 },
    initialState: {
      ownState: open ? { value: CockatielState.Open, openedAt: 0, attemptNo: Math.max(1, openings) } : { value: CockatielState.Closed },
      breakerState: record.state.consecutiveFailures,
    },
  })
  restoring = false

  const read = (): CircuitReading => {
    const circuit = stateNames[policy.state]
    return { circuit, consecutiveFailures: failures.state, openings: circuit === 'closed' ? 0 : openings, trialAt }
  }
  policy.onStateChange((state) => {
    if (state === CockatielState.Closed) trialAt = null
    onChange(stateNames[state], read())
  })

  return {
    read,
    execute: (action) => policy.execute(action),
    endWait() {
      if (trialAt !== null) trialAt = clock.now()
    },
  }
}
