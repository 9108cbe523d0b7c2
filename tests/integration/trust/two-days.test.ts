import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import { resolveSettings } from '../../../main/config/resolve.ts'
import { integrityProblems } from '../../../main/store/backup-file.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { faultPlans, type FaultPlan } from '../../support/simulation/fault-plan.ts'
import { seededRandom } from '../../support/simulation/seeded-random.ts'
import { SimulatedMachine, type FinalAlert } from '../../support/simulation/simulated-machine.ts'
import { toldTwice } from '../../support/simulation/told-twice.ts'

const twoDays = 48 * 60
const { windows } = resolveSettings(defaultConfiguration(), 'America/Chicago').deduplication

/** Memory where there is a file system in it: a day of commits, each of them synced, would be mostly waiting for the disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

async function liveThrough(plan: FaultPlan, seed = 1) {
  const folder = mkdtempSync(join(place, 'thanos-two-days-'))
  const machine = new SimulatedMachine(folder, plan, seededRandom(seed))
  try {
    await machine.runUntil(twoDays)
    return {
      alerts: machine.alerts(),
      stillAboutFaults: machine.aboutFaults().filter(({ state }) => state === 'open'),
      criticalUntold: machine
        .alerts()
        .filter(({ key, severity }) => severity === 4 && !machine.sent.some(({ message }) => message.tells.some((telling) => telling.key === key)))
        .map(({ key }) => key),
      toldTwice: toldTwice(machine.sent, windows),
      problems: machine.read((db) => [...integrityProblems(db), ...(verifyJournal(db).ok ? [] : ["the journal is broken"])]),
      unsent: machine.read((db) => db.all(`SELECT key, last_error FROM outbox WHERE state = 'queued'`)),
      machine,
    }
  } finally {
    await machine.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('two days of faults', () => {
  let undisturbed: readonly FinalAlert[] = []

  beforeAll(async () => {
    const quiet = await liveThrough([])
    undisturbed = quiet.alerts
    expect(quiet).toMatchObject({ stillAboutFaults: [], criticalUntold: [], toldTwice: [], problems: [], unsent: [] })
    expect(undisturbed.length).toBeGreaterThan(20)
  })

  async function expectSame(plan: FaultPlan, seed: number) {
    const { machine, ...end } = await liveThrough(plan, seed)
    if (process.env['SIM_DEBUG']) console.log(machine.cycles, machine.deathCount, new Set(machine.log.lines.filter(l => l.level==='error').map(l => `${l.event} ${l.fields['reason']}`)))
    expect(end).toEqual({ alerts: undisturbed, stillAboutFaults: [], criticalUntold: [], toldTwice: [], problems: [], unsent: [] })
  }

  it.each([1, 2, 3, 4, 5])('end with the alerts of two days without them: plan %i', async (seed) => {
    const [plan] = fc.sample(faultPlans, { seed, numRuns: 1 })
    if (process.env['SIM_DEBUG']) console.log(JSON.stringify(plan))
    await expectSame(plan ?? [], seed)
  })
})
