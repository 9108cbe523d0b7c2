import type { Handlers } from '../../shared/ipc/contract.ts'
import type { AlertView } from '../../shared/model/alert.ts'
import type { TaskView } from '../../shared/model/task.ts'
import { OperatorError } from '../domain/operator-error.ts'
import { addDays, localDayOf, type TimeZone } from '../domain/local-day.ts'
import { timeInWords } from '../pipeline/time-words.ts'
import type { Clock } from '../ports/clock.ts'
import type { OwnerActions } from '../ports/owner-actions.ts'
import { readSnooze } from './read-snooze.ts'

export type ActionTools = {
  readonly handlers: Handlers
  readonly clock: Pick<Clock, 'now'>
  readonly zone: () => TimeZone
  /** Keeps a thought; the same key keeps it once. Answers what became of it. */
  readonly capture: (text: string, key: string) => Promise<string>
}

/** Lines of a list on a phone; the rest is counted. */
const mostListed = 10

/** Days of a metric that are looked at for its newest value. */
const healthDays = 7

/** The one thing meant: its number in the list, its id or key, or words of its title. Throws OperatorError `not_found` or `wrong_use`. */
function choose<Thing extends { readonly id: string; readonly title: string }>(
  things: readonly Thing[],
  reference: string,
  kind: string,
): Thing {
  const byNumber = /^\d+$/.test(reference) ? things[Number(reference) - 1] : undefined
  const found = byNumber ?? things.find(({ id }) => id === reference)
  if (found !== undefined) return found
  const byWords = things.filter(({ title }) => title.toLowerCase().includes(reference.toLowerCase()))
  const [only, another] = byWords
  if (only === undefined || /^\d+$/.test(reference))
    throw new OperatorError('not_found', `There is no ${kind} "${reference}". /${kind}s lists them.`)
  if (another !== undefined)
    throw new OperatorError('wrong_use', `"${reference}" could be ${byWords.length} ${kind}s. Give the number from /${kind}s.`)
  return only
}

function numbered(lines: readonly string[], empty: string): string {
  if (lines.length === 0) return empty
  const shown = lines.slice(0, mostListed).map((line, index) => `${index + 1}. ${line}`)
  const rest = lines.length - shown.length
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n')
}

/** What the owner can do from a phone: the same handlers that the window calls, answered in a line or a few. */
export function createOwnerActions({ handlers, clock, zone, capture }: ActionTools): OwnerActions {
  async function openAlerts(): Promise<readonly AlertView[]> {
    return (await handlers['alerts:list']({ limit: 100, cursor: null })).alerts
  }

  async function dueTasks(): Promise<readonly TaskView[]> {
    const { tasks } = await handlers['tasks:list']({ view: 'all', limit: 2_000 })
    return tasks.filter(({ standing }) => standing === 'overdue' || standing === 'today')
  }

  async function snooze(alertId: string, when: string): Promise<string> {
    const until = await readSnooze(when, zone(), clock.now())
    const { alerts } = await handlers['alerts:snooze']({ ids: [alertId], until })
    return `Snoozed until ${timeInWords(until, clock.now(), zone())}: ${titlesOf(alerts)}`
  }

  return {
    async acknowledge(alertId) {
      const { alerts } = await handlers['alerts:acknowledge']({ ids: [alertId] })
      return `Acknowledged: ${titlesOf(alerts)}`
    },
    snooze,
    async completeTaskOf(alertId) {
      const { alert } = await handlers['alerts:get']({ id: alertId })
      if (alert.subject?.kind !== 'task')
        throw new OperatorError('refused', `"${alert.title}" is about no single task. /tasks lists what is due.`)
      const { task } = await handlers['tasks:complete']({ id: alert.subject.id })
      await handlers['alerts:resolve']({ ids: [alert.id] })
      return `Done: ${task.title}`
    },
    capture,
    async status() {
      const status = await handlers['status:get']({})
      const seen = status.sources.filter(({ condition }) => condition === 'ok').map(({ name }) => name)
      const unseen = status.sources.filter(({ condition }) => !['ok', 'off', 'not_configured'].includes(condition))
      return [
        status.openAlerts === 0 ? 'No open alerts.' : `${status.openAlerts} open, the highest ${status.highestOpen}.`,
        seen.length === 0 ? 'No source connected.' : `Seeing ${seen.join(', ')}.`,
        ...unseen.map(({ name, condition }) => `Not seeing ${name}: ${condition.replaceAll('_', ' ')}.`),
        ...(status.quiet.active ? ['Quiet now: only what is critical is told.'] : []),
        ...(status.lastRun === null ? [] : [`Last check ${timeInWords(status.lastRun, clock.now(), zone())}.`]),
        ...status.notices,
      ].join('\n')
    },
    async alerts() {
      return numbered(
        (await openAlerts()).map(({ severity, title, state }) => `${title} (${severity}${state === 'open' ? '' : `, ${state}`})`),
        'No open alerts.',
      )
    },
    async tasks() {
      return numbered(
        (await dueTasks()).map(({ title, standing, dueDay }) => (standing === 'overdue' ? `${title} (overdue since ${dueDay})` : title)),
        'Nothing is due today.',
      )
    },
    async health() {
      const to = localDayOf(clock.now(), zone())
      const from = addDays(to, -healthDays)
      const wanted = [
        ['readiness', 'Readiness'],
        ['sleep_hours', 'Hours asleep'],
        ['hrv_ms', 'HRV in ms'],
      ] as const
      const lines = await Promise.all(
        wanted.map(async ([metric, words]) => {
          const newest = (await handlers['health:series']({ metric, from, to })).points.at(-1)
          return newest === undefined
            ? []
            : [`${words}: ${Math.round(newest.value * 10) / 10} (${newest.day === to ? 'today' : newest.day})`]
        }),
      )
      return lines.flat().join('\n') || 'No health data in the last week.'
    },
    async completeTask(reference) {
      const due = await dueTasks()
      const { tasks } = await handlers['tasks:list']({ view: 'all', limit: 2_000 })
      // Numbers count in the list that /tasks shows; words may name any task.
      const { task } = await handlers['tasks:complete']({ id: choose(/^\d+$/.test(reference) ? due : tasks, reference, 'task').id })
      return `Done: ${task.title}`
    },
    async snoozeAlert(reference, when) {
      return snooze(choose(await openAlerts(), reference, 'alert').id, when)
    },
  }
}

function titlesOf(alerts: readonly AlertView[]): string {
  return alerts.map(({ title }) => title).join(', ')
}
