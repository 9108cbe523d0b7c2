import type { Instant } from './instant.ts'

export const sourceNames = ['oura', 'workos', 'state_files'] as const
export type SourceName = (typeof sourceNames)[number]

export const circuitStates = ['closed', 'open', 'half_open'] as const
export type CircuitState = (typeof circuitStates)[number]

/** How a source stands, as shown in Status. `off` and `not_configured` are choices, not faults. */
export const sourceConditions = [
  'ok',
  'off',
  'not_configured',
  'unauthorized',
  'rate_limited',
  'unreachable',
  'offline',
  'malformed',
] as const
export type SourceCondition = (typeof sourceConditions)[number]

export type SourceState = {
  readonly name: SourceName
  readonly condition: SourceCondition
  readonly circuit: CircuitState
  readonly lastSuccess: Instant | null
  readonly lastError: string | null
  /** Where the last answer came from. */
  readonly from: 'local_cache' | 'direct' | 'cache' | 'import' | 'none'
  /** When a trial or, after a rate limit, the next request is allowed. */
  readonly retryAt: Instant | null
  readonly consecutiveFailures: number
  readonly trips: number
}
