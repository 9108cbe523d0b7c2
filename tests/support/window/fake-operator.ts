import { fakeCaptures } from './fake-captures.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { AlertView } from '../../../shared/model/alert.ts'
import type { MetricName, Series } from '../../../shared/model/health.ts'
import type { StatusView } from '../../../shared/model/status.ts'
import type { PromiseView, TaskView } from '../../../shared/model/task.ts'
import { fakeData } from './fake-data.ts'
import { fakeConnections } from './fake-connections.ts'
import * as fortnight from './fortnight.ts'

const live = ['open', 'acknowledged', 'snoozed']

/** The contract answered from memory, with what a fortnight leaves behind: for looking at the screens and for states that are hard to reach. */
export function fakeOperator(
  changes: {
    readonly alerts?: readonly AlertView[]
    readonly tasks?: readonly TaskView[]
    readonly status?: Partial<StatusView>
    readonly empty?: boolean
  } = {},
): Handlers {
  const alerts = new Map((changes.alerts ?? (changes.empty ? [] : fortnight.alerts)).map((alert) => [alert.id, alert]))
  const tasks = new Map((changes.tasks ?? (changes.empty ? [] : fortnight.tasks)).map((task) => [task.id, task]))
  const promises = new Map((changes.empty ? [] : fortnight.promises).map((promise) => [promise.id, promise]))
  const muted = new Set<string>()
  let status: StatusView = {
    ...fortnight.status,
    ...(changes.empty ? { openAlerts: 0, heldAlerts: 0, highestOpen: null, hasSampleData: false, newestReadingAt: null } : {}),
    ...changes.status,
  }
  const values: Record<string, unknown> = {
    timezone: 'system',
    quiet_hours: { enabled: true, start: '22:00', end: '07:00', weekdays: {} },
    desktop: { launch_at_login: false, theme: 'system' },
  }
  let made = 0

  const act = (ids: readonly string[], change: Partial<AlertView>) => ({
    alerts: ids.map((id) => {
      const alert = found(alerts, id)
      const changed = { ...alert, ...change }
      alerts.set(alert.id, changed)
      return changed
    }),
  })
  const saveTask = (task: TaskView) => {
    const due = task.dueDay
    const standing =
      task.status === 'completed' || task.status === 'cancelled'
        ? 'done'
        : due === null
          ? 'undated'
          : due < fortnight.today
            ? 'overdue'
            : due === fortnight.today
              ? 'today'
              : 'upcoming'
    const saved: TaskView = { ...task, standing }
    tasks.set(task.id, saved)
    return { task: saved }
  }
  const savePromise = (promise: PromiseView) => {
    promises.set(promise.id, promise)
    return { promise }
  }
  return {
    ...fakeData(fortnight.fortnightNow),
    ...fakeCaptures(['Call the plumber about the leak', 'is it worth learning the cello at forty'], fortnight.fortnightNow),
    'alerts:list': ({ states, severities, monitors, held, search, limit, cursor }) => {
      const all = [...alerts.values()]
      const wanted = all.filter(
        (alert) =>
          (states ?? live).includes(alert.state) &&
          (severities === undefined || severities.includes(alert.severity)) &&
          (monitors === undefined || monitors.includes(alert.monitor)) &&
          (held !== true || alert.suppression !== null) &&
          (search === undefined || `${alert.title} ${alert.body}`.toLowerCase().includes(search.toLowerCase())),
      )
      const from = cursor === null ? 0 : Number(cursor)
      const next = from + limit < wanted.length ? String(from + limit) : null
      return {
        alerts: wanted.slice(from, from + limit),
        next,
        counts: {
          open: all.filter(({ state }) => live.includes(state)).length,
          held: all.filter(({ suppression }) => suppression !== null).length,
          all: all.length,
        },
      }
    },
    'alerts:get': ({ id }) => {
      const alert = found(alerts, id)
      return { alert, steps: [...fortnight.steps], ruleMuted: muted.has(alert.rule) }
    },
    'alerts:acknowledge': ({ ids }) => act(ids, { state: 'acknowledged', acknowledgedAt: fortnight.fortnightNow }),
    'alerts:reopen': ({ ids }) => act(ids, { state: 'open', acknowledgedAt: null, snoozedUntil: null, closedAt: null, closedBy: null }),
    'alerts:snooze': ({ ids, until }) => act(ids, { state: 'snoozed', snoozedUntil: until ?? fortnight.status.now + 3_600_000 }),
    'alerts:resolve': ({ ids }) => act(ids, { state: 'resolved', closedAt: fortnight.fortnightNow, closedBy: 'owner' }),
    'alerts:dismiss': ({ ids }) => act(ids, { state: 'dismissed', closedAt: fortnight.fortnightNow, closedBy: 'owner' }),
    'alerts:rate': ({ id, rating }) => act([id], { rating }),
    'rules:mute': ({ rule }) => {
      muted.add(rule)
      return { muted: [...muted] }
    },
    'rules:unmute': ({ rule }) => {
      muted.delete(rule)
      return { muted: [...muted] }
    },
    'tasks:list': ({ view, search, limit, offset = 0 }) => {
      const all = [...tasks.values()]
      const count = (standing: string) => all.filter((task) => task.standing === standing).length
      const wanted = all.filter(
        (task) => inView(task, view) && (search === undefined || task.title.toLowerCase().includes(search.toLowerCase())),
      )
      return {
        tasks: wanted.slice(offset, offset + limit),
        next: offset + limit < wanted.length ? offset + limit : null,
        counts: {
          today: count('today') + count('overdue'),
          overdue: count('overdue'),
          upcoming: count('upcoming'),
          all: all.filter((task) => task.standing !== 'done').length,
        },
      }
    },
    'tasks:add': ({ text, due }) =>
      saveTask({
        ...(fortnight.tasks[8] as TaskView),
        id: `n-${++made}`,
        title: text.replace(/ tomorrow$/, ''),
        dueDay: text.endsWith(' tomorrow') ? '2026-01-21' : fortnight.today,
        due: due ?? { kind: 'day', day: text.endsWith(' tomorrow') ? '2026-01-21' : fortnight.today },
      }),
    'tasks:update': ({ id, ...change }) => saveTask({ ...found(tasks, id), ...defined(change) }),
    'tasks:reschedule': ({ id, due, phrase }) => {
      if (phrase !== undefined && due === undefined) {
        if (phrase !== 'tomorrow') throw new Error(`“${phrase}” is not a date. Try “Friday” or “3 Feb”.`)
        return saveTask({ ...found(tasks, id), due: { kind: 'day', day: '2026-01-21' }, dueDay: '2026-01-21' })
      }
      const day = due?.kind === 'day' ? due.day : null
      return saveTask({ ...found(tasks, id), due: due ?? null, dueDay: day })
    },
    'tasks:complete': ({ id }) => saveTask({ ...found(tasks, id), status: 'completed', completedAt: fortnight.fortnightNow }),
    'tasks:reopen': ({ id }) => saveTask({ ...found(tasks, id), status: 'pending', completedAt: null }),
    'tasks:send': ({ id }) => saveTask({ ...found(tasks, id), pendingWrite: true }),
    'promises:list': ({ includeClosed }) => ({
      promises: [...promises.values()].filter(({ status }) => includeClosed || status === 'active'),
    }),
    'promises:add': ({ what, to, due }) =>
      savePromise({
        ...(fortnight.promises[3] as PromiseView),
        id: `n-${++made}`,
        what,
        to,
        due: due ?? null,
        dueDay: due?.kind === 'day' ? due.day : null,
      }),
    'promises:update': ({ id, ...change }) => savePromise({ ...found(promises, id), ...defined(change) }),
    'status:get': () => ({ ...status, openAlerts: [...alerts.values()].filter(({ state }) => live.includes(state)).length }),
    'operator:check': () => ({ findings: 4, told: 0, durationMs: 31 }),
    'operator:examine': () => ({ checks: [{ name: 'database', result: 'ok', detail: 'sound', fix: null }] }),
    'operator:pause': ({ until }) => {
      status = { ...status, pausedUntil: until }
      return { pausedUntil: until }
    },
    'health:series': ({ metric, from, to }) =>
      changes.empty
        ? { ...series(metric, from, to), points: [], weekMean: [], usual: null, alerts: [], newestReadAt: null }
        : series(metric, from, to),
    'patterns:list': () => ({ patterns: [...fortnight.patterns], checkedAt: fortnight.fortnightNow - 20 * 60_000 }),
    'journal:list': ({ severities, search }) => ({
      entries: changes.empty
        ? []
        : fortnight.journal.filter(
            (entry) =>
              (severities === undefined || severities.includes(entry.severity)) &&
              (search === undefined || entry.title.toLowerCase().includes(search.toLowerCase())),
          ),
      next: null,
    }),
    'channels:test': () => ({ outcome: 'delivered', reason: null }),
    'alerts:precision': () => ({
      rules: [
        { rule: 'readiness', useful: 9, known: 1, wrong: 2, right: 0.83, low: 0.55, high: 0.95, tooOftenWrong: false, proposal: null },
        {
          rule: 'pile_up',
          useful: 3,
          known: 2,
          wrong: 6,
          right: 0.45,
          low: 0.21,
          high: 0.72,
          tooOftenWrong: true,
          proposal: {
            path: 'monitors.tasks.thresholds.pile_up',
            from: '10',
            to: '15',
            sentence: 'Wrong 6 of 11 times. Speak from 15 active tasks instead of 10?',
          },
        },
      ],
    }),
    'sample:add': () => {
      status = { ...status, hasSampleData: true }
      return { readings: 98, tasks: 9, promises: 4 }
    },
    'sample:remove': () => {
      status = { ...status, hasSampleData: false }
      return { readings: 98, tasks: 9, promises: 4 }
    },
    'settings:get': () => ({
      file: '/home/you/.config/thanos/operator.yaml',
      values,
      defaults: structuredClone(values),
      changed: [],
      problems: [],
    }),
    'settings:validate': ({ path, value }) => ({
      problem: path.endsWith('start') && !/^\d\d:\d\d$/.test(String(value)) ? 'Give a time like 22:00.' : null,
    }),
    'settings:set': ({ path, value }) => {
      const parts = path.split('.')
      const last = parts.pop() ?? ''
      let target = values
      for (const part of parts) target = (target[part] ??= {}) as Record<string, unknown>
      target[last] = value
      return { values, changed: [path] }
    },
    'settings:preview': ({ value, days }) => ({ alerts: Math.round(value / 8), now: 9, days }),
    ...fakeConnections(status.sources),
  }
}

function inView(task: TaskView, view: string): boolean {
  if (view === 'done') return task.standing === 'done'
  return task.standing !== 'done' && (view === 'all' || task.standing === view || (view === 'today' && task.standing === 'overdue'))
}

function found<Value>(all: ReadonlyMap<string, Value>, id: string): Value {
  const value = all.get(id)
  if (value === undefined) throw new Error(`There is nothing with the id ${id}.`)
  return value
}

/** Without the keys that were not given: what is absent stays as it was. */
function defined<Change extends object>(change: Change): { [Key in keyof Change]: Exclude<Change[Key], undefined> } {
  // Filtering by value cannot be followed by the compiler.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]: Exclude<Change[Key], undefined>
  }
}

const shapes: Readonly<Record<MetricName, readonly [base: number, spread: number]>> = {
  readiness: [74, 6],
  recovery_index: [72, 9],
  hrv_ms: [47, 5],
  sleep_hours: [7, 0.6],
  stress_load: [52, 12],
  resting_heart_rate: [54, 2],
  sleep_score: [78, 6],
  activity_score: [80, 7],
  steps: [8400, 2200],
}

/** Five years of a metric that wanders, with missing nights. */
function series(metric: MetricName, from: string, to: string): Series {
  const [base, spread] = shapes[metric]
  const random = fortnight.randomFrom(metric.length * 7919)
  const points: Series['points'] = []
  for (let index = 0, day = '2021-01-20'; day <= fortnight.today; index++, day = fortnight.addDays(day, 1)) {
    const wave = Math.sin(index / 9) * spread * 0.6 + Math.sin(index / 60) * spread * 0.5
    const value = base + wave + (random() + random() - 1) * spread * 1.4
    const missing = random() < 0.04
    if (!missing && day >= from && day <= to)
      points.push({ day, value: day === fortnight.today && metric === 'readiness' ? 48 : Math.round(value * 10) / 10, source: 'oura' })
  }
  const weekMean = points.flatMap(({ day }, at) => {
    const week = points.slice(Math.max(0, at - 6), at + 1).filter((point) => point.day > fortnight.addDays(day, -7))
    return week.length < 3 ? [] : [{ day, value: week.reduce((sum, { value }) => sum + value, 0) / week.length }]
  })
  const lines: Partial<Record<MetricName, Series['thresholds']>> = {
    readiness: [
      { label: 'low below 65', value: 65, severity: 'medium' },
      { label: 'very low below 50', value: 50, severity: 'critical' },
    ],
    sleep_hours: [
      { label: 'short below 6', value: 6, severity: 'medium' },
      { label: 'very short below 5', value: 5, severity: 'critical' },
    ],
  }
  return {
    metric,
    from,
    to,
    points,
    weekMean,
    usual: { low: base - spread, high: base + spread, mean: base, days: 57 },
    thresholds: lines[metric] ?? [],
    alerts: metric === 'readiness' ? [{ day: fortnight.today, id: 'a1', severity: 'critical', title: 'Readiness is 48, very low' }] : [],
    newestReadAt: fortnight.fortnightNow - 70 * 60_000,
  }
}
