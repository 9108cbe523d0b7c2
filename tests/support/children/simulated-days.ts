// Run as a process of its own with --expose-gc: lives through many simulated days with some faults in each, and says at a few moments what it holds.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../simulation/fault-plan.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { SimulatedMachine } from '../simulation/simulated-machine.ts'

export type Held = {
  readonly cycles: number
  readonly heap: number
  readonly resident: number
  readonly descriptors: number
  readonly timers: number
  readonly statements: number
}

const hour = 60
const day = 24 * hour
const [place = '', days = '2'] = process.argv.slice(2)

/** What an ordinary bad day brings, over and over; nothing here ends the process, whose memory this is about. */
const faults = Array.from({ length: Number(days) }, (_, number): readonly Fault[] => {
  const at = (minute: number) => number * day + minute
  return [
    { kind: 'source', source: 'oura', how: 'server_error', at: at(60), minutes: 50 },
    { kind: 'source', source: 'workos', how: 'silent', at: at(200), minutes: 15 },
    { kind: 'channel', channel: 'telegram', how: 'transient', at: at(250), minutes: 60 },
    { kind: 'disk_full', at: at(400), minutes: 20 },
    { kind: 'busy', at: at(450), minutes: 20 },
    { kind: 'suspended', at: at(500), minutes: 30 },
    { kind: 'bad_edit', at: at(600), minutes: 20 },
    { kind: 'offline', at: at(700), minutes: 60 },
    { kind: 'wrong_clock', by: -30, at: at(800), minutes: 20 },
  ]
}).flat()

const folder = mkdtempSync(join(place, 'thanos-days-'))
const machine = new SimulatedMachine(folder, faults, seededRandom(1))

async function held(): Promise<Held> {
  // What a finished cycle left to the next turns of the loop is not kept.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  // What the simulation itself remembers.
  machine.log.lines.length = 0
  machine.sent.length = 0
  globalThis.gc?.()
  globalThis.gc?.()
  return {
    cycles: machine.cycles,
    heap: process.memoryUsage().heapUsed,
    resident: process.memoryUsage.rss(),
    descriptors: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    timers: machine.timers,
    statements: machine.statements,
  }
}

const all: Held[] = []
for (const until of [9 * hour, ...Array.from({ length: Number(days) }, (_, number) => (number + 1) * day)]) {
  await machine.runUntil(until)
  all.push(await held())
}
await machine.end()
rmSync(folder, { recursive: true, force: true })
process.stdout.write(JSON.stringify(all))
