import type { Evaluation, Finding, Speaker } from '../../../main/domain/finding.ts'
import type { Verdict } from '../../../main/pipeline/batch.ts'

/** Speaker and rule follow from the key, as the rules give them. */
export function finding(key: string, change: Partial<Finding> = {}): Finding {
  const [family = '', rule = ''] = key.split(':')
  const speakers: Readonly<Record<string, Speaker>> = { health: 'health', task: 'tasks', commitment: 'tasks', pattern: 'patterns' }
  return {
    key,
    monitor: speakers[family] ?? 'operator',
    rule,
    severity: 'medium',
    title: `About ${key}`,
    body: `What to do about ${key}.`,
    evidence: {},
    members: [],
    subject: null,
    ...change,
  }
}

/** What the rules of these findings say, one verdict a rule. */
export function firing(...findings: readonly Finding[]): readonly Verdict[] {
  const rules = Map.groupBy(findings, ({ monitor, rule }) => `${monitor} ${rule}`)
  return [...rules.values()].flatMap((all) => {
    const [first] = all
    return first === undefined ? [] : [verdict(first.monitor, { rule: first.rule, outcome: 'firing', findings: all })]
  })
}

export function verdict(speaker: Speaker, evaluation: Evaluation): Verdict {
  return { speaker, evaluation }
}
