import type { Snapshot } from '../../../main/domain/snapshot.ts'
import { chicago } from './settings.ts'

/** An operator that knows nothing yet. */
export function snapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    zone: chicago,
    readings: [],
    tasks: [],
    taskEvents: [],
    reportedProcrastination: new Map(),
    promises: [],
    usedSlots: new Set(),
    sources: [],
    ...change,
  }
}
