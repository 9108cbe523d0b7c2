import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../main/domain/source-state.ts'
import { evaluateSources } from '../../../main/monitors/sources.ts'

const fine: SourceState = {
  name: 'oura',
  condition: 'ok',
  circuit: 'closed',
  lastSuccess: Date.parse('2026-01-20T15:00:00Z'),
  lastError: null,
  from: 'direct',
  retryAt: null,
  consecutiveFailures: 0,
  trips: 0,
}

const keys = (...sources: SourceState[]) =>
  evaluateSources(sources).flatMap((each) =>
    each.outcome === 'firing' ? each.findings.map((finding) => `${finding.key} ${finding.severity}`) : [],
  )

describe('what is said about sources', () => {
  it('is nothing while they answer, are off, were never set up, wait as told, or failed once', () => {
    const conditions = ['ok', 'off', 'not_configured', 'rate_limited', 'offline', 'unreachable'] as const
    for (const condition of conditions) expect(keys({ ...fine, condition })).toEqual([])
    expect(evaluateSources([fine]).map((each) => each.outcome)).toEqual(['clear', 'clear'])
  })

  it.each(['open', 'half_open'] as const)('is that one cannot be read while its circuit is %s, online or not', (circuit) => {
    for (const condition of ['unreachable', 'malformed', 'offline'] as const)
      expect(keys({ ...fine, condition, circuit })).toEqual(['source:unreachable:oura low'])
  })

  it('is to reconnect one that refuses its key', () => {
    expect(keys({ ...fine, condition: 'unauthorized' }, { ...fine, name: 'workos', circuit: 'open', condition: 'unreachable' })).toEqual([
      'source:unreachable:workos low',
      'source:reconnect:oura medium',
    ])
  })
})
