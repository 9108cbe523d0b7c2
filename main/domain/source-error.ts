import type { Instant } from './instant.ts'

export const sourceErrorCodes = ['unauthorized', 'rate_limited', 'unreachable', 'timeout', 'malformed', 'not_configured'] as const
export type SourceErrorCode = (typeof sourceErrorCodes)[number]

/** The few ways a source fails. The message never carries a secret or the body of an answer. */
export class SourceError extends Error {
  readonly code: SourceErrorCode
  /** For `rate_limited`: when the service allows the next request. */
  readonly retryAt: Instant | null

  constructor(code: SourceErrorCode, message: string, options: ErrorOptions & { readonly retryAt?: Instant } = {}) {
    super(message, options)
    this.name = 'SourceError'
    this.code = code
    this.retryAt = options.retryAt ?? null
  }
}
