import type { Severity } from './severity.ts'

/** Who speaks: a monitor, or the operator about itself and its sources. */
export const monitorIds = ['health', 'tasks', 'patterns'] as const
export type MonitorId = (typeof monitorIds)[number]
export type Speaker = MonitorId | 'operator'

/** What a finding rests on: flat, so that it can be shown, journalled and compared without knowing the rule. */
export type Evidence = Readonly<Record<string, string | number | boolean | null | readonly string[] | readonly number[]>>

/** What an alert is about, so that the window can jump there. */
export type Subject = { readonly kind: 'task' | 'promise' | 'metric' | 'source'; readonly id: string }

export type Finding = {
  /** Stable: the same fact has the same key at every check, e.g. health:readiness:2026-01-20. */
  readonly key: string
  readonly monitor: Speaker
  readonly rule: string
  readonly severity: Severity
  /** What it means, in a few words. */
  readonly title: string
  /** What to do, and the particulars. */
  readonly body: string
  readonly evidence: Evidence
  /** Ids of what the finding names (overdue tasks, say); a new member notifies again, a lost one does not. */
  readonly members: readonly string[]
  readonly subject: Subject | null
}

/** One rule's verdict on a snapshot. */
export type Evaluation =
  | { readonly rule: string; readonly outcome: 'firing'; readonly findings: readonly Finding[] }
  | { readonly rule: string; readonly outcome: 'clear' }
  /** Too little to judge; what was open before stays as it was. */
  | { readonly rule: string; readonly outcome: 'insufficient_data'; readonly detail: string }
  /** Its hour has not come; `holding` are the keys that are still true, so that what no longer is can be closed. */
  | { readonly rule: string; readonly outcome: 'not_due'; readonly holding: readonly string[] }
  | { readonly rule: string; readonly outcome: 'off' }
