import type { Evaluation, Finding } from '../domain/finding.ts'
import { dayLength, type Instant } from '../domain/instant.ts'

/** How the owner's data fares: the last backup's trouble, and the last repair; null where there was none. */
export type DataCareState = {
  readonly backupFailed: { readonly at: Instant; readonly reason: string } | null
  readonly backupShrunk: { readonly at: Instant; readonly bytesBefore: number; readonly bytesNow: number } | null
  readonly repaired: { readonly at: Instant; readonly summary: string } | null
}

/** A repair is told for so long after it happened, unless its alert is closed by hand. */
const repairedFor = 3 * dayLength

/** What the operator says of its own data. */
export function evaluateDataCare({ backupFailed, backupShrunk, repaired }: DataCareState, now: Instant): readonly Evaluation[] {
  return [
    evaluation(
      'backup_failed',
      backupFailed && {
        severity: 'high',
        title: 'The last backup failed',
        body: `${backupFailed.reason} Older backups are kept.`,
        evidence: { reason: backupFailed.reason },
      },
    ),
    evaluation(
      'backup_shrunk',
      backupShrunk && {
        severity: 'medium',
        title: 'The last backup is much smaller than the one before',
        body: 'Something may have been lost. Look whether your data is there; the larger backup is kept, and `thanos restore` shows what it holds.',
        evidence: { bytes_before: backupShrunk.bytesBefore, bytes: backupShrunk.bytesNow },
      },
    ),
    evaluation(
      'database_repaired',
      repaired && now - repaired.at < repairedFor
        ? {
            severity: 'high',
            title: 'The database was damaged and has been repaired',
            body: repaired.summary,
            evidence: { repaired_at: new Date(repaired.at).toISOString() },
          }
        : null,
    ),
  ]
}

function evaluation(rule: string, found: Pick<Finding, 'severity' | 'title' | 'body' | 'evidence'> | null): Evaluation {
  if (found === null) return { rule, outcome: 'clear' }
  return {
    rule,
    outcome: 'firing',
    findings: [{ ...found, key: `operator:${rule}`, monitor: 'operator', rule, members: [], subject: null }],
  }
}
