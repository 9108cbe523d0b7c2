import { startBatch, type Batch, type Verdict } from './batch.ts'
import { correlate } from './correlate.ts'
import { deduplicate } from './deduplicate.ts'
import { inhibit } from './inhibit.ts'
import { quietHours } from './quiet-hours.ts'
import { route } from './route.ts'
import { silence } from './silence.ts'
import type { Stage } from './stage.ts'
import { stormLimit } from './storm-limit.ts'
import type { World } from './world.ts'

/** The whole way from findings to messages, in order. */
export const stages: readonly Stage[] = [correlate, inhibit, silence, deduplicate, stormLimit, quietHours, route]

export function plan(verdicts: readonly Verdict[], world: World): Batch {
  return stages.reduce((batch, stage) => stage.run(batch, world), startBatch(verdicts))
}
