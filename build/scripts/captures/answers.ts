import { judge } from '../../../main/capture/judge.ts'
import type { Weights } from '../../../main/capture/model.ts'
import type { Labelled } from './labelled.ts'
import type { Answer } from './report.ts'

const actionable = new Set(['personal_task', 'work_task', 'commitment'])

/** What the classifier says of labelled entries, beside their labels. */
export function answersTo(entries: readonly Labelled[], weights: Weights): readonly Answer[] {
  return entries.map((entry) => {
    const judged = judge(entry.text, weights)
    const makesOne = actionable.has(judged.class) || (judged.class === 'mixed' && judged.parts.some((part) => actionable.has(part.class)))
    return {
      truth: entry.class,
      said: judged.class,
      confidence: judged.confidence,
      review: judged.review,
      acts: makesOne && !judged.review,
    }
  })
}
