import type { Evaluation, Finding } from '../domain/finding.ts'
import type { SourceName, SourceState } from '../domain/source-state.ts'

const titles: Readonly<Record<SourceName, string>> = { oura: 'Oura', workos: 'The tasks database', state_files: 'The state files folder' }

/**
 * What the operator says about its sources. A source counts as unreachable once its circuit has opened: a single failed read is
 * nobody's business, and a trial under way or a machine that is offline meanwhile changes nothing about it.
 */
export function evaluateSources(sources: readonly SourceState[]): readonly Evaluation[] {
  return [
    evaluation('unreachable', sources.filter((source) => source.circuit !== 'closed').map(unreachable)),
    evaluation('reconnect', sources.filter((source) => source.condition === 'unauthorized').map(reconnect)),
  ]
}

function evaluation(rule: string, findings: readonly Finding[]): Evaluation {
  return findings.length === 0 ? { rule, outcome: 'clear' } : { rule, outcome: 'firing', findings }
}

function unreachable(source: SourceState): Finding {
  return {
    key: `source:unreachable:${source.name}`,
    monitor: 'operator',
    rule: 'unreachable',
    severity: 'low',
    title: `${titles[source.name]} cannot be read`,
    body: `${source.lastError ?? 'It does not answer.'} It is tried again by itself; what you see from it may be old.`,
    evidence: evidenceOf(source),
    members: [],
    subject: { kind: 'source', id: source.name },
  }
}

function reconnect(source: SourceState): Finding {
  return {
    key: `source:reconnect:${source.name}`,
    monitor: 'operator',
    rule: 'reconnect',
    severity: 'medium',
    title: `Reconnect ${titles[source.name]}`,
    body: `${source.lastError ?? 'It refused the key it was given.'} Open Settings, Connections, or run: thanos connect ${source.name}`,
    evidence: evidenceOf(source),
    members: [],
    subject: { kind: 'source', id: source.name },
  }
}

/** Nothing that changes with every read: the finding is the same until what it says changes. */
function evidenceOf(source: SourceState): Finding['evidence'] {
  return {
    source: source.name,
    last_error: source.lastError,
    last_success: source.lastSuccess === null ? null : new Date(source.lastSuccess).toISOString(),
  }
}
