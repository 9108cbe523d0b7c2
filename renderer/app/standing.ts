import type { StatusView } from '../../shared/model/status.ts'

export type Standing = 'ok' | 'degraded' | 'paused' | 'stopped'

const unseen = new Set<StatusView['sources'][number]['condition']>(['unauthorized', 'rate_limited', 'unreachable', 'offline', 'malformed'])

/** How the operator stands, in the four faces that the tray shows too. */
export function standingOf(status: StatusView): Standing {
  if (status.running === 'no') return 'stopped'
  if (status.pausedUntil !== null && status.pausedUntil > status.now) return 'paused'
  return status.sources.some((source) => unseen.has(source.condition)) || status.configurationProblems.length > 0 ? 'degraded' : 'ok'
}

/** How many of the sources that are switched on and set up are seen. */
export function seenSources(status: StatusView): { readonly seen: number; readonly all: number } {
  const wanted = status.sources.filter((source) => source.condition !== 'off' && source.condition !== 'not_configured')
  return { seen: wanted.filter((source) => !unseen.has(source.condition)).length, all: wanted.length }
}
