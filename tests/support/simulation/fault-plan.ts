import * as fc from 'fast-check'
import type { ChannelName } from '../../../main/domain/channel-name.ts'

/** Times in minutes since the start of the simulation. */
type During = { readonly at: number; readonly minutes: number }

export const sourceFailures = ['timeout', 'server_error', 'malformed', 'unauthorized', 'rate_limited', 'silent'] as const
export const channelFailures = ['transient', 'permanent', 'throttled', 'throwing', 'silent'] as const
export const deaths = ['between', 'gathering', 'writing', 'sent'] as const

export type Fault =
  | ({ readonly kind: 'source'; readonly source: 'oura' | 'workos'; readonly how: (typeof sourceFailures)[number] } & During)
  | ({ readonly kind: 'channel'; readonly channel: ChannelName; readonly how: (typeof channelFailures)[number] } & During)
  /** Killed, and started again after so many minutes. `sent`: with a message gone out that is not recorded yet. */
  | ({ readonly kind: 'killed'; readonly when: (typeof deaths)[number] } & During)
  /** Writes fail now and then, in the midst of transactions too. */
  | ({ readonly kind: 'disk_full' } & During)
  /** Another connection holds the database for too long, now and then. */
  | ({ readonly kind: 'busy' } & During)
  /** Reads and writes fail now and then. */
  | ({ readonly kind: 'disk_errors' } & During)
  | ({ readonly kind: 'suspended' } & During)
  /** The machine's own network is gone: sources and every channel but the desktop's. */
  | ({ readonly kind: 'offline' } & During)
  /** The wall clock is off by so many minutes, and then set right. */
  | ({ readonly kind: 'wrong_clock'; readonly by: number } & During)
  | ({ readonly kind: 'bad_edit' } & During)

export type FaultPlan = readonly Fault[]

export function isDuring({ at, minutes }: During, minute: number): boolean {
  return minute >= at && minute < at + minutes
}

/** The first half hour is spared, so that both runs begin with the same facts; the last third, so that what went wrong can come right. */
const at = fc.integer({ min: 30, max: 38 * 60 })

function minutes(least: number, most: number) {
  return fc.integer({ min: least, max: most })
}

/** All of these together last less than the time between two of a rule's hours: a slot that was slept through is rightly lost. */
const standstill = fc.oneof(
  fc.record({ kind: fc.constant('killed' as const), when: fc.constantFrom(...deaths), at, minutes: minutes(5, 35) }),
  fc.record({ kind: fc.constant('disk_full' as const), at, minutes: minutes(5, 35) }),
  fc.record({ kind: fc.constant('busy' as const), at, minutes: minutes(5, 35) }),
  fc.record({ kind: fc.constant('disk_errors' as const), at, minutes: minutes(5, 35) }),
  fc.record({ kind: fc.constant('suspended' as const), at, minutes: minutes(5, 35) }),
)

const crash = fc.record({ kind: fc.constant('killed' as const), when: fc.constantFrom(...deaths), at, minutes: fc.constant(0) })

const sourceFault = fc.record({
  kind: fc.constant('source' as const),
  source: fc.constantFrom('oura' as const, 'workos'),
  how: fc.constantFrom(...sourceFailures),
  at,
  minutes: minutes(5, 90),
})

const channelFault = fc.record({
  kind: fc.constant('channel' as const),
  channel: fc.constantFrom('native' as const, 'telegram'),
  how: fc.constantFrom(...channelFailures),
  at,
  minutes: minutes(5, 60),
})

const offline = fc.record({ kind: fc.constant('offline' as const), at, minutes: fc.constant(60) })

const wrongClock = fc.record({
  kind: fc.constant('wrong_clock' as const),
  by: fc.integer({ min: -90, max: 90 }),
  at,
  minutes: minutes(5, 60),
})

const badEdit = fc.record({ kind: fc.constant('bad_edit' as const), at, minutes: minutes(5, 60) })

/** What may go wrong in two days. Each kind is bounded so that every fact of the two days still outlasts all of its faults together. */
export const faultPlans: fc.Arbitrary<FaultPlan> = fc
  .tuple(
    fc.array(standstill, { maxLength: 4 }),
    fc.array(crash, { maxLength: 6 }),
    fc.array(sourceFault, { maxLength: 3 }),
    fc.array(channelFault, { maxLength: 4 }),
    fc.array(offline, { maxLength: 1 }),
    fc.array(wrongClock, { maxLength: 2 }),
    fc.array(badEdit, { maxLength: 2 }),
  )
  .map((kinds) => kinds.flat().toSorted((a, b) => a.at - b.at))
