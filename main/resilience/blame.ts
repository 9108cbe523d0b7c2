import { assertNever } from '../domain/assert-never.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { SourceError } from '../domain/source-error.ts'
import type { SourceCondition } from '../domain/source-state.ts'

/** The read says nothing about the source: this machine was offline, or is stopping. */
export class InconclusiveError extends Error {
  readonly why: 'offline' | 'stopping'

  constructor(why: 'offline' | 'stopping', options?: ErrorOptions) {
    super(why === 'offline' ? 'This machine is offline.' : 'The operator is stopping.', options)
    this.name = 'InconclusiveError'
    this.why = why
  }
}

/** An adapter throws SourceError and nothing else; should one slip, it is the adapter that misunderstood, and the operator goes on. */
export function asSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  // A keychain that does not open, say: nobody's outage, and the owner is told what to do.
  if (error instanceof OperatorError) return new SourceError('not_configured', error.message, { cause: error })
  return new SourceError('malformed', 'The source gave an answer that could not be understood.', { cause: error })
}

/** Trouble that may be gone a moment later. */
export function isTransient(error: unknown): boolean {
  return error instanceof SourceError && (error.code === 'unreachable' || error.code === 'timeout')
}

/** Trouble that could be this machine's own connection. */
export function mayBeOffline(error: SourceError): boolean {
  return error.code === 'unreachable' || error.code === 'timeout'
}

/** Whether a failed read counts for the breaker: a refusal, a rate limit and a missing key are answers, not outages. */
export function countsAsFailure(error: unknown): boolean {
  if (!(error instanceof SourceError)) return false
  switch (error.code) {
    case 'unreachable':
    case 'timeout':
    case 'malformed':
      return true
    case 'unauthorized':
    case 'rate_limited':
    case 'not_configured':
      return false
    default:
      return assertNever(error.code)
  }
}

export function conditionAfter(error: SourceError): SourceCondition {
  switch (error.code) {
    case 'unreachable':
    case 'timeout':
      return 'unreachable'
    case 'malformed':
    case 'unauthorized':
    case 'rate_limited':
    case 'not_configured':
      return error.code
    default:
      return assertNever(error.code)
  }
}
