import { windowClassOf, type WindowClass } from '../domain/alert.ts'
import type { Finding } from '../domain/finding.ts'
import { minute } from '../domain/instant.ts'
import { highestSeverity, severityRank, type Severity } from '../domain/severity.ts'
import { decide, suppress, type Item } from './batch.ts'
import { beginsToFlap, isFlapping } from './flapping.ts'
import type { Stage } from './stage.ts'
import { lengthInWords } from './time-words.ts'
import type { World } from './world.ts'

/** How many times an alert of a class is told in all while it stays open and unacknowledged. */
const tellings: Readonly<Record<WindowClass, number>> = {
  health_warning: 1,
  health_critical: 3,
  tasks: Infinity,
  patterns: Infinity,
  other: 1,
}

type Said = { readonly severity: Severity; readonly members: readonly string[] }

/** Worse than what was said, or about something that was not named yet. */
function isNews({ severity, members }: Finding, said: Said): boolean {
  return severityRank(severity) > severityRank(said.severity) || members.some((member) => !said.members.includes(member))
}

/** What was said and what is about to be. */
function together(waiting: Said, told: Said | undefined): Said {
  if (told === undefined) return waiting
  return { severity: highestSeverity([waiting.severity, told.severity]), members: [...waiting.members, ...told.members] }
}

/** Why an item is not told again; null lets it pass. */
function whyNot(item: Item, world: World): string | null {
  const { finding, alert, change } = item
  if (alert.state === 'resolved' || alert.state === 'dismissed') return `${alert.state} by you`
  // What is news to somebody who acknowledged was opened again by correlation.
  if (alert.state === 'acknowledged') return 'acknowledged'
  // Both have passed here before, and are owed since: the window they would now be held to may have begun earlier.
  if (change === 'returned' || alert.heldForMorning) return null
  const told = world.told.get(finding.key)
  const isThisAlert = told?.alertId === alert.id
  const waiting = world.waiting.get(finding.key)
  if (waiting !== undefined && !isNews(finding, together(waiting, told))) return 'waits to be sent'
  // A new alert of a key that was told not long ago is held to the same window, unless it says something new.
  if (told === undefined || isNews(finding, told)) return null
  if (isThisAlert && isFlapping(item)) return beginsToFlap(item) ? null : `comes and goes (${alert.flaps} times), quiet until it settles`
  const windowClass = windowClassOf(finding)
  const window = world.deduplication.windows[windowClass]
  const age = world.now - told.lastAt
  // A clock that went back must not silence an alert for longer than its window.
  if (Math.abs(age) < window) return `sent ${age < minute ? 'just now' : `${lengthInWords(age)} ago`}, window ${lengthInWords(window)}`
  const most = tellings[windowClass]
  if (isThisAlert && told.times >= most) return most === 1 ? 'already told' : `told ${told.times} times`
  return null
}

/** Per alert, against the notification log and the window of its class. The window starts when something was really delivered. */
export const deduplicate: Stage = {
  name: 'deduplicate',
  run(batch, world) {
    return decide(batch, (item) => {
      const reason = whyNot(item, world)
      return reason === null ? null : suppress(item, 'deduplicate', reason)
    })
  },
}
