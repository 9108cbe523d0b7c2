import type { Severity } from '../domain/severity.ts'
import { dayLength, type Instant } from '../domain/instant.ts'
import type { LocalDay } from '../domain/local-day.ts'
import type { DataCareState } from '../monitors/data-care.ts'
import type { Reader } from '../store/database.ts'
import { loadOperatorState, saveOperatorState } from '../store/operator-state.ts'
import type { CycleDocument } from './cycle-document.ts'

/** A sentence of something that happened once. */
export type Notice = { readonly at: Instant; readonly text: string }

/** What is told as news for so long. */
const newsFor = 3 * dayLength

/** What the operator remembers of itself over restarts, and what another process reads of the running one. */
export type OperatorMemory = {
  /** The running process; null after a clean stop. */
  readonly pid: number | null
  readonly host: 'desktop' | 'headless' | null
  readonly startedAt: Instant | null
  readonly lastRun: Instant | null
  readonly nextRun: Instant | null
  readonly runCount: number
  readonly failedChecks: number
  readonly totalDurationMs: number
  /** Alerts opened since the beginning. */
  readonly totalAlerts: number
  readonly alertsBySeverity: Readonly<Partial<Record<Severity, number>>>
  readonly dryRun: boolean
  readonly pausedUntil: Instant | null
  readonly doNotDisturb: boolean
  /** When the owner was last seen to come to the machine: a start of the desktop app, an unlock. */
  readonly seenAt: Instant | null
  /** The day of the last debrief. */
  readonly lastDebrief: LocalDay | null
  /** Where the Telegram receiver goes on, for the bot of that id. */
  readonly telegramUpdates: { readonly bot: string; readonly next: number } | null
  readonly lastCycle: CycleDocument | null
  /** Sentences a person should know: a repair at the start, storage running out. */
  readonly notices: readonly Notice[]
  /** How the last backup went, and the last repair. */
  readonly dataCare: DataCareState
}

const atFirst: OperatorMemory = {
  pid: null,
  host: null,
  startedAt: null,
  lastRun: null,
  nextRun: null,
  runCount: 0,
  failedChecks: 0,
  totalDurationMs: 0,
  totalAlerts: 0,
  alertsBySeverity: {},
  dryRun: false,
  pausedUntil: null,
  doNotDisturb: false,
  seenAt: null,
  lastDebrief: null,
  telegramUpdates: null,
  lastCycle: null,
  notices: [],
  dataCare: { backupFailed: null, backupShrunk: null, repaired: null },
}

export function recallMemory(db: Reader): OperatorMemory {
  // Each name is written by `remember` below with the value of its type; a name this version does not know is left alone.
  return { ...atFirst, ...Object.fromEntries(loadOperatorState(db)) }
}

/** The notices that are still news. */
export function freshNotices({ notices }: Pick<OperatorMemory, 'notices'>, now: Instant): readonly Notice[] {
  return notices.filter(({ at }) => now - at < newsFor)
}

/** Writes only what is given. */
export function remember(db: Parameters<typeof saveOperatorState>[0], memory: Partial<OperatorMemory>): void {
  saveOperatorState(db, memory)
}
