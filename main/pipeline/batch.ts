import type { Alert } from '../domain/alert.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import type { Evaluation, Finding, Speaker } from '../domain/finding.ts'
import type { Severity } from '../domain/severity.ts'

/** What a finding means for the alert of its key. `returned`: a snooze ran out and it is still true. */
export type Change = 'opened' | 'reopened' | 'escalated' | 'updated' | 'unchanged' | 'returned'

export type Decision =
  | { readonly kind: 'tell' }
  /** Told by one of the batch's summaries instead of by itself. */
  | { readonly kind: 'in_summary' }
  | { readonly kind: 'suppressed'; readonly stage: SuppressingStage; readonly reason: string }

export type SuppressingStage = 'inhibit' | 'silence' | 'deduplicate' | 'storm_limit' | 'quiet_hours'

/** One finding on its way through the plan. */
export type Item = {
  readonly finding: Finding
  /** As it will be saved. */
  readonly alert: Alert
  readonly change: Change
  readonly decision: Decision
  /** Where it goes; empty until routed. */
  readonly channels: readonly ChannelName[]
}

/** One message about several alerts. */
export type Summary = {
  readonly kind: 'morning_summary' | 'storm_summary'
  /** What it tells; empty for a storm's, which only counts. */
  readonly alerts: readonly Alert[]
  readonly severity: Severity
  readonly title: string
  readonly body: string
  readonly channels: readonly ChannelName[]
}

/** What one speaker's rules said. A monitor that did not run or threw is absent, and what it said before stays. */
export type Verdict = { readonly speaker: Speaker; readonly evaluation: Evaluation }

export type Batch = {
  readonly verdicts: readonly Verdict[]
  readonly items: readonly Item[]
  /** Alerts whose rule no longer says so, as they will be saved. */
  readonly cleared: readonly Alert[]
  readonly summaries: readonly Summary[]
}

export function startBatch(verdicts: readonly Verdict[]): Batch {
  return { verdicts, items: [], cleared: [], summaries: [] }
}

/** Applies a decision to the items that are still to be told; null leaves an item as it is. */
export function decide(batch: Batch, decision: (item: Item) => Item | null): Batch {
  return { ...batch, items: batch.items.map((item) => (item.decision.kind === 'tell' ? (decision(item) ?? item) : item)) }
}

export function suppress(item: Item, stage: SuppressingStage, reason: string): Item {
  return { ...item, decision: { kind: 'suppressed', stage, reason } }
}
