import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import { resolveSettings } from '../../../main/config/resolve.ts'
import { integrityProblems } from '../../../main/store/backup-file.ts'
import { verifyJournal } from '../../../main/store/journal-verify.ts'
import { fastFolder } from '../../support/fast-folder.ts'
import { faultPlans, type FaultPlan } from '../../support/simulation/fault-plan.ts'
import { seededRandom } from '../../support/simulation/seeded-random.ts'
import { SimulatedMachine, type FinalAlert } from '../../support/simulation/simulated-machine.ts'
import { toldTwice } from '../../support/simulation/told-twice.ts'

const twoDays = 48 * 60

/** Two days take some three seconds of a processor that is not wanted elsewhere. */
const patience = { timeout: 180_000 }
const { windows } = resolveSettings(defaultConfiguration(), 'America/Chicago').deduplication

async function liveThrough(plan: FaultPlan, seed = 1) {
  const folder = mkdtempSync(join(fastFolder(), 'thanos-two-days-'))
  const machine = new SimulatedMachine(folder, plan, seededRandom(seed))
  try {
    await machine.runUntil(twoDays)
    return {
      alerts: machine.alerts(),
      stillAboutFaults: machine.aboutFaults().filter(({ state }) => state === 'open'),
      criticalUntold: machine
        .alerts()
        .filter(
          ({ key, severity }) =>
            severity === 4 && !machine.sent.some(({ message }) => message.tells.some((telling) => telling.key === key)),
        )
        .map(({ key }) => key),
      toldTwice: toldTwice(machine.sent, windows),
      problems: machine.read((db) => [...integrityProblems(db), ...(verifyJournal(db).ok ? [] : ['the journal is broken'])]),
      unsent: machine.read((db) => db.all(`SELECT key, last_error FROM outbox WHERE state = 'queued'`)),
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

  async function expectSame(plan: FaultPlan, seed: number): Promise<void> {
    const end = await liveThrough(plan, seed)
    expect(end).toEqual({ alerts: undisturbed, stillAboutFaults: [], criticalUntold: [], toldTwice: [], problems: [], unsent: [] })
  }

  it.each([2, 3, 5])(
    'end with the alerts of two days without them, each critical one told, none told twice: plan %i',
    patience,
    async (seed) => {
      const [plan = []] = fc.sample(faultPlans, { seed, numRuns: 1 })
      await expectSame(plan, seed)
    },
  )

  it('end so whatever the faults', patience, async () => {
    // Each run is two days: the plan that failed says enough without a smaller one.
    await fc.assert(fc.asyncProperty(faultPlans, fc.nat(), expectSame), { numRuns: 2, endOnFailure: true })
  })
})
