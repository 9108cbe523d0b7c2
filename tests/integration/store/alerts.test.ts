import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertStates, type Alert } from '../../../main/domain/alert.ts'
import { severities, severityRank } from '../../../main/domain/severity.ts'
import { countAlerts, listAlerts, type AlertCursor, type AlertQuery } from '../../../main/store/alert-list.ts'
import { countOpen, findAlert, loadOpenAlerts, loadRecentlyCleared, loadStandingAlerts, saveAlert } from '../../../main/store/alerts.ts'
import { countHeld, listHeld } from '../../../main/store/held-alerts.ts'
import type { Reader, SqlParameters } from '../../../main/store/handle.ts'
import { rateAlert, ratingsByRule } from '../../../main/store/ratings.ts'
import { anAlert } from '../../support/records.ts'
import { testDatabase, testNow } from '../../support/test-database.ts'

const pagesOf = (db: Reader, query: Omit<AlertQuery, 'cursor'>) => {
  const all: Alert[] = []
  let cursor: AlertCursor | null = null
  do {
    const page: ReturnType<typeof listAlerts> = listAlerts(db, { ...query, cursor })
    all.push(...page.alerts)
    cursor = page.next
  } while (cursor !== null)
  return all
}

const byTime = (a: Alert, b: Alert) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1)
const bySeverity = (a: Alert, b: Alert) => severityRank(b.severity) - severityRank(a.severity) || byTime(a, b)

describe('alerts in the database', () => {
  it('come back as they were saved', () => {
    const db = testDatabase()
    const alert = anAlert({
      state: 'snoozed',
      snoozedUntil: testNow + 1,
      acknowledgedAt: testNow,
      members: ['t-1', 't-2'],
      heldForMorning: true,
      suppression: { stage: 'quiet_hours', reason: 'quiet hours until 07:00', at: testNow },
      flaps: 2,
    })
    saveAlert(db, anAlert())
    saveAlert(db, alert)
    expect(findAlert(db, 'a-1')).toEqual(alert)
    expect(loadOpenAlerts(db)).toEqual([alert])
  })

  it('are found by id, or by key the newest one', () => {
    const db = testDatabase()
    const closed = anAlert({
      id: 'a-0',
      state: 'resolved',
      closedAt: testNow,
      closedBy: 'rule',
      clearedAt: testNow,
      openedAt: testNow - 1000,
    })
    saveAlert(db, closed)
    saveAlert(db, anAlert())
    expect(findAlert(db, 'a-0')).toEqual(closed)
    expect(findAlert(db, anAlert().key)?.id).toBe('a-1')
    expect(findAlert(db, 'nothing')).toBeUndefined()
  })

  it('of one key cannot be open twice', () => {
    const db = testDatabase()
    saveAlert(db, anAlert())
    expect(() => saveAlert(db, anAlert({ id: 'a-2' }))).toThrow(/UNIQUE/)
  })

  it('stand while open, or closed by hand with their rule still firing', () => {
    const db = testDatabase()
    saveAlert(db, anAlert({ id: 'open', key: 'k1' }))
    saveAlert(db, anAlert({ id: 'by-hand', key: 'k2', state: 'dismissed', closedAt: testNow, closedBy: 'owner' }))
    saveAlert(db, anAlert({ id: 'over', key: 'k3', state: 'resolved', closedAt: testNow, closedBy: 'rule', clearedAt: testNow }))
    expect(loadStandingAlerts(db).map(({ id }) => id)).toEqual(['by-hand', 'open'])
    expect(loadRecentlyCleared(db, testNow).map(({ id }) => id)).toEqual(['over'])
    expect(loadRecentlyCleared(db, testNow + 1)).toEqual([])
  })

  it('are counted by severity while open', () => {
    const db = testDatabase()
    saveAlert(db, anAlert({ id: 'a', key: 'a', severity: 'high' }))
    saveAlert(db, anAlert({ id: 'b', key: 'b', severity: 'high', state: 'acknowledged' }))
    saveAlert(db, anAlert({ id: 'c', key: 'c', state: 'resolved' }))
    expect(countOpen(db)).toEqual({ info: 0, low: 0, medium: 0, high: 2, critical: 0 })
  })

  it('were held back while open and for a reason other than having been told, the gravest first', () => {
    const db = testDatabase()
    const held = (stage: string) => ({ stage, reason: 'why', at: testNow })
    saveAlert(db, anAlert({ id: 'night', key: 'a', severity: 'low', suppression: held('quiet_hours') }))
    saveAlert(db, anAlert({ id: 'storm', key: 'b', severity: 'high', state: 'acknowledged', suppression: held('storm_limit') }))
    saveAlert(db, anAlert({ id: 'told', key: 'c', suppression: held('dedup') }))
    saveAlert(db, anAlert({ id: 'over', key: 'd', state: 'resolved', suppression: held('silence') }))
    saveAlert(db, anAlert({ id: 'plain', key: 'e' }))
    expect(listHeld(db, 10).map(({ id }) => id)).toEqual(['storm', 'night'])
    expect(countHeld(db)).toBe(2)
  })

  it('keep what the owner thought of them with rule and evidence, the last word counting', () => {
    const db = testDatabase()
    saveAlert(db, anAlert())
    rateAlert(db, anAlert(), 'wrong', testNow)
    rateAlert(db, anAlert(), 'useful', testNow + 1)
    expect(findAlert(db, 'a-1')?.rating).toBe('useful')
    expect([...ratingsByRule(db)]).toEqual([['readiness', { useful: 1, wrong: 0, known: 0 }]])
    expect(db.get('SELECT evidence FROM ratings')).toEqual({ evidence: JSON.stringify(anAlert().evidence) })
  })
})

describe('the inbox', () => {
  const someAlert = fc
    .record({
      severity: fc.constantFrom(...severities),
      state: fc.constantFrom(...alertStates),
      openedAt: fc.integer({ min: testNow, max: testNow + 5 }),
      monitor: fc.constantFrom('health' as const, 'tasks' as const),
    })
    .map((changes) => anAlert(changes))

  it('shows every alert once over its pages, in order, whatever is filtered', () => {
    const db = testDatabase()
    fc.assert(
      fc.property(
        fc.array(someAlert, { maxLength: 25 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('severity' as const, 'time' as const),
        fc.option(fc.subarray([...alertStates], { minLength: 1 }), { nil: undefined }),
        fc.option(fc.subarray([...severities], { minLength: 1 }), { nil: undefined }),
        (some, limit, order, states, wanted) => {
          const alerts = some.map((alert, index) => ({ ...alert, id: `a-${index}`, key: `k-${index}` }))
          db.transaction(() => {
            db.run('DELETE FROM alerts')
            for (const alert of alerts) saveAlert(db, alert)
          })
          const filter = { states, severities: wanted, monitors: ['health'] as const }
          const expected = alerts
            .filter(
              ({ state, severity, monitor }) =>
                (states?.includes(state) ?? true) && (wanted?.includes(severity) ?? true) && monitor === 'health',
            )
            .toSorted(order === 'time' ? byTime : bySeverity)
          expect(pagesOf(db, { ...filter, limit, order })).toEqual(expected)
          expect(countAlerts(db, filter)).toBe(expected.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds words in title, body and key, wildcards taken as they stand', () => {
    const db = testDatabase()
    saveAlert(db, anAlert({ id: 'a', key: 'a', title: 'Fell by 20 % to_day' }))
    saveAlert(db, anAlert({ id: 'b', key: 'b' }))
    const found = (search: string) => listAlerts(db, { search, limit: 10 }).alerts.map(({ id }) => id)
    expect(found('20 %')).toEqual(['a'])
    expect(found('TO_DAY')).toEqual(['a'])
    expect(found('%')).toEqual(['a'])
    expect(found('lighter')).toEqual(['b', 'a'])
  })

  it('reads only ranges of its index, fetches only the rows of the page, and sorts nothing in the database', () => {
    const db = testDatabase()
    const plans: string[] = []
    const explaining: Reader = {
      ...db,
      path: db.path,
      all: (sql: string, ...parameters: SqlParameters) => {
        plans.push(...db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters).map(({ detail }) => detail))
        return []
      },
    }
    const cursor = { severity: 2, openedAt: testNow, id: 'a' }
    for (const order of ['severity', 'time'] as const) listAlerts(explaining, { limit: 50, order, cursor, states: ['open', 'snoozed'] })
    const ranges = plans.filter((plan) => plan.includes('alerts_inbox'))
    expect(ranges.length).toBeGreaterThan(10)
    for (const range of ranges) expect(range).toMatch(/^SEARCH alerts USING COVERING INDEX alerts_inbox \(state=\? AND severity=\?/)
    const others = new Set(plans.filter((plan) => !plan.includes('alerts_inbox')))
    expect([...others].filter((plan) => plan.includes('alerts'))).toEqual([
      expect.stringMatching(/^SEARCH alerts USING INDEX \S+ \(id=\?\)/),
    ])
    expect([...others].filter((plan) => /TEMP B-TREE/.test(plan))).toEqual([])
  })
})
