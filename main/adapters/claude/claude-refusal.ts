import type { APIError } from '@anthropic-ai/sdk'
import type { Instant } from '../../domain/instant.ts'
import { SourceError } from '../../domain/source-error.ts'

/** What a failed request means. Nothing of the answer's body is passed on: it may quote what was sent. */
export function claudeRefusal(error: APIError, now: Instant): SourceError {
  const { headers, status } = error
  if (status === undefined)
    return new SourceError('unreachable', 'Claude could not be reached. Check the network, or capture.claude.base_url.')
  if (status === 401 || status === 403)
    return new SourceError('unauthorized', 'Claude did not accept the API key. Set it anew: thanos connect claude.')
  if (status === 429) {
    const retryAt = retryAtOf(headers?.get('retry-after') ?? null, now)
    return new SourceError('rate_limited', 'Claude asks to wait: too many requests.', retryAt === null ? {} : { retryAt })
  }
  if (status === 404) return new SourceError('not_configured', 'Claude does not know that model. Check capture.claude.model.')
  if (status === 408 || status >= 500) return new SourceError('unreachable', `Claude is in trouble or overloaded (HTTP ${status}).`)
  return new SourceError('malformed', `Claude did not accept the question (HTTP ${status}).`)
}

/** `Retry-After` in seconds, or as a date of HTTP. */
function retryAtOf(header: string | null, now: Instant): Instant | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return now + Math.ceil(Number(text) * 1_000)
  const date = /^[A-Z][a-z]+, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(now, date)
}
