import type { Instant } from '../domain/instant.ts'
import type { DeliveryResult } from '../ports/channel.ts'

export type PostRequest = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly signal: AbortSignal
  /** How the service is named to a person. */
  readonly service: string
  readonly now: () => Instant
}

/** Statuses that say "not now" rather than "not this". */
const passing = new Set([408, 425, 429])

/** One POST for push and webhook: what became of it, and what the service answered (empty where it could not be read). Never follows a redirect. */
export async function post(request: PostRequest): Promise<{ readonly result: DeliveryResult; readonly answer: string }> {
  const { url, headers, body, signal, service, now } = request
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    // The status decides: an answer cut off after it was accepted must not send it again.
    const answer = await response.text().catch(() => '')
    return { result: resultOf(response.status, response.headers.get('retry-after'), service, now()), answer }
  } catch (error) {
    return { result: { outcome: 'retry', reason: `${service} could not be reached (${causeOf(error)})`, afterMs: null }, answer: '' }
  }
}

export function resultOf(status: number, retryAfter: string | null, service: string, now: Instant): DeliveryResult {
  if (status >= 200 && status < 300) return { outcome: 'delivered', receipt: null }
  if (status >= 500 || passing.has(status)) {
    return { outcome: 'retry', reason: `${service} answered HTTP ${status}`, afterMs: millisecondsOf(retryAfter, now) }
  }
  if (status >= 300 && status < 400) {
    return { outcome: 'rejected', reason: `${service} answered with a redirect (HTTP ${status}): set the address it leads to` }
  }
  const hint = status === 401 || status === 403 ? ': check the token and what it may do' : ''
  return { outcome: 'rejected', reason: `${service} refused it (HTTP ${status})${hint}` }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); null where it says neither. */
function millisecondsOf(retryAfter: string | null, now: Instant): number | null {
  if (retryAfter === null) return null
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1_000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** The code of the failure only: messages and stacks carry addresses, and addresses carry tokens. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') return cause.code
  return error instanceof Error && error.name === 'AbortError' ? 'stopped' : 'no answer'
}
