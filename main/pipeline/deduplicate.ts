import { windowClassOf, type WindowClass } from '../domain/alert.ts'
import { minute } from '../domain/instant.ts'
import { severityRank } from '../domain/severity.ts'
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

/** Why an item is not told again; null lets it pass. */
function whyNot(item: Item, world: World): string | null {
  const { finding, alert, change } = item
  if (alert.state === 'resolved' || alert.state === 'dismissed') return `${alert.state} by you`
  const told = world.told.get(finding.key)
  const isThisAlert = told?.alertId === alert.id
  if (told !== undefined && isThisAlert) {
    if (severityRank(finding.severity) > severityRank(told.severity)) return null
    if (finding.members.some((member) => !told.members.includes(member))) return null
    if (change === 'returned') return null
    if (isFlapping(item)) return beginsToFlap(item) ? null : `comes and goes (${alert.flaps} times), quiet until it settles`
  }
  if (alert.state === 'acknowledged') return 'acknowledged'
  if (told === undefined) return null
  // A new alert of a key that was told not long ago is held to the same window, unless it is worse.
  if (severityRank(finding.severity) > severityRank(told.severity)) return null
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
