import { describe, expect, it } from 'vitest'
import { trayViewOf } from '../../../main/electron/tray-view.ts'
import type { SourceView, StatusView } from '../../../shared/model/status.ts'

const now = Date.parse('2026-01-20T09:05:00Z')
const hour = 3_600_000

function source(name: SourceView['name'], condition: SourceView['condition']): SourceView {
  return { name, condition, circuit: 'closed', lastSuccess: null, lastError: null, from: 'direct', retryAt: null, newestReading: null }
}

function status(changes: Partial<StatusView>): StatusView {
  return {
    version: '0.1.0',
    now,
    timezone: 'America/Chicago',
    running: 'here',
    pid: 1,
    startedAt: null,
    lastRun: null,
    nextRun: null,
    runCount: 0,
    dryRun: false,
    pausedUntil: null,
    quiet: { active: false, until: null, nextStart: null, nextEnd: null, doNotDisturb: false },
    openAlerts: 0,
    highestOpen: null,
    heldAlerts: 0,
    promisesDue: 0,
    capturesWaiting: 0,
    sources: [source('oura', 'ok'), source('workos', 'ok'), source('state_files', 'off')],
    monitors: [],
    channels: [],
    configurationProblems: [],
    notices: [],
    newestReadingAt: now - 19 * hour,
    hasSampleData: false,
    hasOwnData: true,
    ...changes,
  }
}

describe('trayViewOf', () => {
  it('is quiet when nothing is open and every source that is wanted answers', () => {
    expect(trayViewOf(status({}))).toEqual({
      face: 'quiet',
      count: 0,
      paused: false,
      tooltip: 'Seeing 2 of 2 sources; sleep data 19 h old',
    })
  })

  it('counts open alerts', () => {
    expect(trayViewOf(status({ openAlerts: 3 }))).toMatchObject({
      face: 'alerts',
      count: 3,
      tooltip: '3 open alerts; Seeing 2 of 2 sources; sleep data 19 h old',
    })
    expect(trayViewOf(status({ openAlerts: 1 })).tooltip).toMatch(/^1 open alert;/)
  })

  it.each(['unreachable', 'unauthorized', 'rate_limited', 'offline', 'malformed'] as const)(
    'is degraded while a source is %s',
    (condition) => {
      const view = trayViewOf(status({ sources: [source('oura', condition), source('workos', 'ok')] }))
      expect(view).toMatchObject({ face: 'degraded', tooltip: 'Seeing 1 of 2 sources; sleep data 19 h old' })
    },
  )

  it('does not count a source that nobody asked for', () => {
    const view = trayViewOf(status({ sources: [source('oura', 'not_configured'), source('workos', 'off')], newestReadingAt: null }))
    expect(view).toMatchObject({ face: 'quiet', tooltip: 'No source connected; no sleep data' })
  })

  it('says until when it is paused, in the configured zone, before anything else', () => {
    const view = trayViewOf(status({ pausedUntil: now + hour, openAlerts: 2 }), 'en-GB')
    expect(view).toMatchObject({ face: 'paused', paused: true })
    expect(view.tooltip).toMatch(/^Paused until 0?4:05; 2 open alerts/)
  })

  it('is no longer paused once the time has come', () => {
    expect(trayViewOf(status({ pausedUntil: now }))).toMatchObject({ face: 'quiet', paused: false })
  })

  it.each([
    [0, '0 min'],
    [-5 * hour, '0 min'],
    [59 * 60_000, '59 min'],
    [hour, '1 h'],
    [71 * hour, '71 h'],
    [72 * hour, '3 days'],
  ])('says how old the sleep data is after %i ms: %s', (age, words) => {
    expect(trayViewOf(status({ newestReadingAt: now - age })).tooltip).toContain(`sleep data ${words} old`)
  })

  it('admits that another process does the work', () => {
    expect(trayViewOf(status({ running: 'elsewhere' })).tooltip).toContain('Another process runs the checks')
    expect(trayViewOf(status({ running: 'no' })).tooltip).toContain('Not running')
  })
})
