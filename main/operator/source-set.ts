import type { MonitorId } from '../domain/finding.ts'
import type { Reading } from '../domain/reading.ts'
import type { SourceState } from '../domain/source-state.ts'
import type { Verdict } from '../pipeline/batch.ts'
import type { Writer } from '../store/database.ts'

/** What the sources said in one round. */
export type Gathered = {
  readonly readings: readonly Reading[]
  /** Writes what was read of tasks into the mirror; runs inside the cycle's transaction. */
  readonly mirror: (db: Writer) => void
  /** Times a task was put off that another program counted, by title. */
  readonly reportedProcrastination: ReadonlyMap<string, number>
  /** What the owner is on, as CurrentFocus.md says. */
  readonly focus: string | null
  /** What is said of the sources themselves: unreachable, to be reconnected. */
  readonly verdicts: readonly Verdict[]
  readonly states: readonly SourceState[]
}

/** All sources together: read side by side, each behind its policy. `gather` never throws and ends with the slowest timeout. */
export type SourceSet = {
  /** Reads what the monitors that are due will judge. */
  gather(due: ReadonlySet<MonitorId>, signal: AbortSignal): Promise<Gathered>
  states(): readonly SourceState[]
  /** Ends a wait: the next cycle asks the source. */
  retryNow(name: string): Promise<void>
  close(): Promise<void>
}
