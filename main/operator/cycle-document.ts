import type { ChannelName } from '../domain/channel-name.ts'
import type { Evidence, MonitorId } from '../domain/finding.ts'
import type { Severity } from '../domain/severity.ts'

/** What one cycle says of itself: printed by `thanos run --once --json`, journalled, and read by the status page. Its keys are the interface. */
export type CycleDocument = {
  readonly now: string
  readonly dry_run: boolean
  readonly duration_ms: number
  readonly monitors: Readonly<Partial<Record<MonitorId, MonitorReport>>>
  /** Everything that holds now, told before or not. */
  readonly findings: readonly FindingReport[]
  readonly messages: readonly MessageReport[]
  readonly suppressed: readonly { readonly key: string; readonly stage: string; readonly reason: string }[]
  readonly sources: Readonly<Record<string, SourceReport>>
}

export type MonitorReport = {
  readonly ran: boolean
  readonly duration_ms: number
  readonly error: string | null
  readonly rules: Readonly<Record<string, RuleReport>>
}

export type RuleReport = {
  readonly outcome: 'firing' | 'clear' | 'insufficient_data' | 'not_due' | 'off'
  readonly detail?: string
}

export type FindingReport = {
  readonly key: string
  readonly monitor: string
  readonly rule: string
  readonly severity: Severity
  readonly title: string
  readonly body: string
  readonly evidence: Evidence
}

export type MessageReport = {
  readonly keys: readonly string[]
  readonly channel: ChannelName
  readonly outcome: 'delivered' | 'would_send' | 'queued' | 'retrying' | 'failed'
  /** Why it is not delivered yet, or never will be. */
  readonly reason?: string
}

export type SourceReport = { readonly state: string; readonly from: string; readonly newest_reading: string | null }
