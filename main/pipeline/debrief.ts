import type { Alert } from '../domain/alert.ts'
import type { LocalDay } from '../domain/local-day.ts'

/** What the morning's one message rests on. */
export type DebriefFacts = {
  readonly day: LocalDay
  /** Not told since the last debrief, and why. */
  readonly held: readonly Pick<Alert, 'title' | 'suppression'>[]
  readonly resolved: readonly Pick<Alert, 'title'>[]
  readonly open: readonly Pick<Alert, 'title' | 'severity'>[]
  readonly dueToday: readonly string[]
  /** Told since the last debrief and not rated yet. */
  readonly toRate: readonly Pick<Alert, 'title'>[]
  /** Null where no source of sleep is connected. */
  readonly sleepArrived: boolean | null
}

/** Lines of one part; the rest is counted. */
const listed = 5

function part(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, listed).map((line) => `- ${line}`)
  const rest = lines.length - listed
  return [[`${heading} (${lines.length}):`, ...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n')]
}

function counted(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`]
}

/** Held, resolved, still open, due today, and a request to rate what was sent; null on a day with nothing to say. */
export function debriefOf(facts: DebriefFacts): { readonly title: string; readonly body: string } | null {
  const { held, resolved, open, dueToday, toRate, sleepArrived } = facts
  if (held.length + resolved.length + open.length + dueToday.length + toRate.length === 0) return null
  const numbers = [...counted(open.length, 'still open'), ...counted(dueToday.length, 'due today'), ...counted(resolved.length, 'resolved')]
  const parts = [
    ...part('Due today', dueToday),
    ...part(
      'Still open',
      open.map(({ title, severity }) => `${title} (${severity})`),
    ),
    ...part(
      'Held back',
      held.map(({ title, suppression }) => (suppression === null ? title : `${title}: ${suppression.reason}`)),
    ),
    ...part(
      'Resolved since yesterday',
      resolved.map(({ title }) => title),
    ),
    ...part(
      'Were these useful, wrong or known? Rate them in the inbox or with `thanos alerts rate`',
      toRate.map(({ title }) => title),
    ),
    ...(sleepArrived === false ? ["Last night's sleep has not arrived yet: open your ring's own app to send it."] : []),
  ]
  return { title: `Your day: ${numbers.length === 0 ? 'nothing open' : numbers.join(', ')}`, body: parts.join('\n\n') }
}

export type DebriefMoment = {
  readonly today: LocalDay
  readonly lastDebrief: LocalDay | null
  readonly isQuiet: boolean
  /** The owner has been seen today: an unlock, or on a machine without a screen the end of the quiet hours. */
  readonly isAwake: boolean
  readonly sleepArrived: boolean | null
  /** Minutes since local midnight. */
  readonly minuteOfDay: number
}

/** Sleep that has not come by noon is not waited for. */
const sleepAwaitedUntil = 12 * 60

/** Once a day, after the owner is up and last night's sleep is there. */
export function isDebriefDue({ today, lastDebrief, isQuiet, isAwake, sleepArrived, minuteOfDay }: DebriefMoment): boolean {
  if (isQuiet || !isAwake || (lastDebrief !== null && lastDebrief >= today)) return false
  return sleepArrived !== false || minuteOfDay >= sleepAwaitedUntil
}
