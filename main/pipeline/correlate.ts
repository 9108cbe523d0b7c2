import { createHash } from 'node:crypto'
import { isOpen, newAlert, type Alert } from '../domain/alert.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { Evaluation, Finding, Speaker } from '../domain/finding.ts'
import type { Instant } from '../domain/instant.ts'
import { severityRank } from '../domain/severity.ts'
import type { Batch, Change, Item } from './batch.ts'
import type { Stage } from './stage.ts'
import type { World } from './world.ts'

/** The id of the alert that a key opens at a moment: the same plan run twice names the same alert. */
function alertId(key: string, openedAt: Instant): string {
  return `a-${createHash('sha256').update(`${key} ${openedAt}`).digest('hex').slice(0, 12)}`
}

function saidBy({ key, monitor, rule, severity, title, body, evidence, members, subject }: Finding) {
  return { key, monitor, rule, severity, title, body, evidence, members, subject }
}

/** What the finding changes for its alert. The age of a value grows by itself and is no news. */
function changeOf(finding: Finding, alert: Alert): Change {
  if (severityRank(finding.severity) > severityRank(alert.severity)) return 'escalated'
  const { age_seconds: _age, ...now } = finding.evidence
  const { age_seconds: _before, ...before } = alert.evidence
  return finding.severity !== alert.severity || finding.body !== alert.body || JSON.stringify(now) !== JSON.stringify(before)
    ? 'updated'
    : 'unchanged'
}

/** A higher severity or a new member is news to somebody who acknowledged or closed the alert. */
function isNews(finding: Finding, alert: Alert): boolean {
  return severityRank(finding.severity) > severityRank(alert.severity) || finding.members.some((member) => !alert.members.includes(member))
}

function meet(finding: Finding, world: World): Item {
  const { now } = world
  const item = (alert: Alert, change: Change): Item => ({ finding, alert, change, decision: { kind: 'tell' }, channels: [] })
  const standing = world.alerts.get(finding.key)
  if (standing === undefined) {
    const cleared = world.recentlyCleared.get(finding.key)
    if (cleared === undefined) return item(newAlert(alertId(finding.key, now), finding, now), 'opened')
    const reopened = { ...cleared, state: 'open', closedAt: null, closedBy: null, clearedAt: null, acknowledgedAt: null } as const
    return item({ ...reopened, ...saidBy(finding), updatedAt: now, lastSeenAt: now, flaps: cleared.flaps + 1 }, 'reopened')
  }
  const change = changeOf(finding, standing)
  const alert: Alert = {
    ...standing,
    ...saidBy(finding),
    lastSeenAt: now,
    updatedAt: change === 'unchanged' ? standing.updatedAt : now,
  }
  if (standing.state === 'snoozed' && (standing.snoozedUntil ?? now) <= now) {
    return item({ ...alert, state: 'open', snoozedUntil: null }, 'returned')
  }
  if (standing.state !== 'open' && standing.state !== 'snoozed' && isNews(finding, standing)) {
    return item({ ...alert, state: 'open', acknowledgedAt: null, closedAt: null, closedBy: null }, change)
  }
  return item(alert, change)
}

/**
 * Still to be told, whether or not its rule runs now: what waited for the morning, and what a storm, a pause or another alert stopped before it
 * was ever told. A rule with hours says its finding once; what became of it is not the rule's business.
 */
function isOwed(alert: Alert, world: World): boolean {
  if (alert.state !== 'open') return false
  if (alert.heldForMorning) return !world.quiet.active
  return alert.suppression !== null && world.told.get(alert.key)?.alertId !== alert.id
}

/** The finding an alert was made of, for an alert that comes back while its rule is between its hours. */
function findingOf({ key, monitor, rule, severity, title, body, evidence, members, subject }: Alert): Finding {
  return { key, monitor, rule, severity, title, body, evidence, members, subject }
}

/** The keys a verdict leaves standing; null where it says nothing of them. */
function standingKeys(evaluation: Evaluation): readonly string[] | null {
  switch (evaluation.outcome) {
    case 'firing':
      return evaluation.findings.map(({ key }) => key)
    case 'clear':
    case 'off':
      return []
    case 'not_due':
      return evaluation.holding
    case 'insufficient_data':
      return null
    default:
      return assertNever(evaluation)
  }
}

function ruleId(speaker: Speaker, rule: string): string {
  return `${speaker} ${rule}`
}

/** Finding + open alert of the same key → opened, updated, escalated, unchanged; and what no rule says any more → cleared. */
export const correlate: Stage = {
  name: 'correlate',
  run(batch: Batch, world: World): Batch {
    const findings = batch.verdicts.flatMap(({ evaluation }) => (evaluation.outcome === 'firing' ? evaluation.findings : []))
    const items = findings.map((finding) => meet(finding, world))
    const found = new Set(findings.map(({ key }) => key))
    const judged = new Map(batch.verdicts.map(({ speaker, evaluation }) => [ruleId(speaker, evaluation.rule), standingKeys(evaluation)]))
    const cleared: Alert[] = []
    for (const alert of world.alerts.values()) {
      if (found.has(alert.key)) continue
      const standing = judged.get(ruleId(alert.monitor, alert.rule)) ?? null
      if (standing !== null && !standing.includes(alert.key)) {
        const closed = isOpen(alert) ? ({ state: 'resolved', closedAt: world.now, closedBy: 'rule' } as const) : {}
        cleared.push({ ...alert, ...closed, clearedAt: world.now, snoozedUntil: null, heldForMorning: false })
      } else if (alert.state === 'snoozed' && (alert.snoozedUntil ?? world.now) <= world.now) {
        items.push(meet(findingOf(alert), world))
      } else if (isOwed(alert, world)) {
        items.push({ finding: findingOf(alert), alert, change: 'unchanged', decision: { kind: 'tell' }, channels: [] })
      }
    }
    return { ...batch, items, cleared }
  },
}
