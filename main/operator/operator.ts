import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Topic } from '../../shared/ipc/topics.ts'
import type { Instant } from '../domain/instant.ts'
import type { CycleDocument } from './cycle-document.ts'
import type { DoctorCheck } from './doctor.ts'
import type { DataKeeper } from './data-keeper.ts'
import type { OperatorFiles } from './operator-files.ts'
import type { StatusDocument } from './status-document.ts'

export type WakeReason = 'resume' | 'unlock' | 'network'

/** What health and metrics are made of. */
export type OperatorFigures = {
  readonly startedAt: Instant | null
  readonly lastRun: Instant | null
  /** Milliseconds between two cycles. */
  readonly interval: number
  readonly failedChecks: number
  readonly alertsTold: number
}

export type CheckOptions = { readonly dryRun?: boolean }

/** The whole running core. It has two hosts, the desktop app and the headless process; neither adds rules of its own. */
export type Operator = {
  readonly handlers: Handlers
  readonly files: OperatorFiles
  readonly data: DataKeeper
  /** Begins to run cycles. Throws OperatorError `held_by_another` where another process does for this data folder. */
  start(): Promise<void>
  /** One cycle over every enabled monitor; joins a running one. Needs `start` or `runOnce` to hold the data folder. */
  check(options?: CheckOptions): Promise<CycleDocument>
  /** Takes the data folder, runs one cycle over every enabled monitor, and gives it back. */
  runOnce(options?: CheckOptions): Promise<CycleDocument>
  /** The world may have changed without it: one catch-up look. */
  wake(reason: WakeReason): void
  /** Before the machine sleeps: begin nothing new. */
  suspend(): void
  /** The system's do-not-disturb, where the host can read it. */
  setDoNotDisturb(active: boolean): void
  /** A sentence that only the host can say, shown with the status until it is taken back with null. */
  setHostNotice(name: string, sentence: string | null): void
  reload(): Promise<void>
  status(): StatusDocument
  figures(): OperatorFigures
  /** Looks at everything a support person would ask for; asks every source. */
  doctor(): Promise<readonly DoctorCheck[]>
  subscribe(listener: (topics: readonly Topic[]) => void): () => void
  onCycle(listener: (cycle: CycleDocument) => void): () => void
  /** Stops taking work, lets the running cycle finish (at most 5 s), closes everything. */
  stop(): Promise<void>
}
