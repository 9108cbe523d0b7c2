import { foundation } from './0001-foundation.ts'
import { remoteChanges } from './0002-remote-changes.ts'
import { sampleCaptures } from './0003-sample-captures.ts'
import { heldAlerts } from './0004-held-alerts.ts'
import type { Migration } from './migration.ts'

/** Every step, in order, numbered from 1 without gaps. */
export const migrations: readonly Migration[] = [foundation, remoteChanges, sampleCaptures, heldAlerts]
