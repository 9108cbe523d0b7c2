import type { Configuration } from '../../config/schema.ts'
import { second } from '../../domain/instant.ts'
import { statementTimeout } from '../../adapters/workos/statement-timeout.ts'
import type { SourceLimits } from '../../resilience/source-limits.ts'

/** The policy around a source, from `retry` and `circuit_breaker` of the configuration. */
export function limitsOf({ retry, circuit_breaker: breaker }: Configuration, timeoutMs: number): SourceLimits {
  return {
    timeoutMs,
    attempts: retry.attempts,
    retryBaseMs: retry.base_ms,
    retryMaxMs: retry.max_ms,
    failureThreshold: breaker.failure_threshold,
    openMs: breaker.timeout_seconds * second,
    maxOpenMs: Math.max(breaker.timeout_seconds, breaker.max_timeout_seconds) * second,
    halfOpenAttempts: breaker.half_open_attempts,
  }
}

export function ouraTimeout(configuration: Configuration): number {
  return configuration.sources.oura.api_timeout_seconds * second
}

/** The tasks database has no setting of its own: a read takes no longer than a statement may. */
export const workosTimeout = statementTimeout
