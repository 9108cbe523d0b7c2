import type { MonitorId } from '../domain/finding.ts'
import type { Reading } from '../domain/reading.ts'
import type { SourceName, SourceState } from '../domain/source-state.ts'
import type { Verdict } from '../pipeline/batch.ts'
import type { TestOutcome } from './sources/test-source.ts'
import type { Writer } from '../store/database.ts'

/** What the sources said in one round. */
export type Gathered = {
  readonly readings: readonly Reading[]
  /** Writes what was read of tasks into the mirror; runs inside the cycle's transaction. */
  readonly mirror: (db: Writer) => void
  /** Times a task was put off that another program counted, by title. */
  readonly reportedProcrastination: ReadonlyMap<string, number>
  /** What is said of the sources themselves: unreachable, to be reconnected. */
  readonly verdicts: readonly Verdict[]
  readonly states: readonly SourceState[]
}

/** All sources together: read side by side, each behind its policy. `gather` never throws and ends with the slowest timeout. */
export type SourceSet = {
  /** Reads what the monitors that are due will judge. */
  gather(due: ReadonlySet<MonitorId>, signal: AbortSignal): Promise<Gathered>
  states(): readonly SourceState[]
  /** What the owner is on, as it was last read. */
  focus(): string | null
  /** Asks a source once, past its circuit, and stores nothing. */
  test(name: SourceName): Promise<TestOutcome>
  /** Asks for access to Oura in the browser and keeps it. Throws OperatorError. */
  connectOura(): Promise<void>
  /** From now on says when a source on this machine has something new. */
  follow(changed: () => void): void
  /** Ends a wait: the next cycle asks the source. */
  retryNow(name: SourceName): Promise<void>
  close(): Promise<void>
}
