import type { Instant } from '../../domain/instant.ts'
import { SourceError } from '../../domain/source-error.ts'

/** The token is good, but not for this: another token of the same account would not help. */
export class ForbiddenError extends SourceError {}

/** What an answer outside 200 to 299 means. `body` is only searched for known words; nothing of it is passed on. */
export function refusal(status: number, headers: Headers, body: string, what: string, now: Instant): SourceError {
  if (status === 401)
    return new SourceError('unauthorized', 'Oura did not accept the access token: it has expired or was revoked. Connect Oura again.')
  if (status === 403) return new ForbiddenError('unauthorized', forbidden(body, what))
  if (status === 429) {
    const retryAt = retryAtOf(headers, now)
    return new SourceError('rate_limited', 'Oura asks to wait: too many requests.', retryAt === null ? {} : { retryAt })
  }
  if (status === 408 || status >= 500) return new SourceError('unreachable', `${what} is in trouble (HTTP ${status}).`)
  if (status === 400 || status === 422) return new SourceError('malformed', `${what} did not understand the question (HTTP ${status}).`)
  return new SourceError('malformed', `${what} gave an unexpected answer (HTTP ${status}).`)
}

/** Oura uses 403 for a permission that was not granted and for a membership that has lapsed. */
function forbidden(body: string, what: string): string {
  const collection = what.slice(what.lastIndexOf('/') + 1)
  if (/subscription|membership/i.test(body))
    return 'Your Oura membership has lapsed: Oura gives no data without one. Renew it in the Oura app.'
  if (/scope|permission|consent/i.test(body))
    return `Oura was not allowed to share ${collection}: the permission (scope) is missing. Connect Oura again and tick every box.`
  return `Oura refuses ${collection}: either a permission (scope) is missing, then connect Oura again, or your Oura membership has lapsed.`
}

/** `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` (seconds since 1970). Dates are read against the answer's own clock, then put on the operator's. */
export function retryAtOf(headers: Headers, now: Instant): Instant | null {
  const retryAfter = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return now + Math.ceil(Number(retryAfter) * 1_000)
  const serverNow = dateOf(headers.get('date')) ?? now
  const date = dateOf(retryAfter)
  if (date !== null) return now + Math.max(0, date - serverNow)
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? ''
  return /^\d+$/.test(reset) ? now + Math.max(0, Number(reset) * 1_000 - serverNow) : null
}

function dateOf(text: string | null): Instant | null {
  // Date.parse would read years into "-5" and the like; HTTP's dates begin with a weekday.
  if (text === null || !/^[A-Z][a-z]+, /.test(text)) return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}
