import type { AlertView } from '../../../shared/model/alert.ts'

export type Target = {
  readonly screen: string
  readonly id: string | null
  readonly words: 'toTask' | 'toTasks' | 'toPromise' | 'toHealth' | 'toSource' | 'toPatterns'
}

/** Where the thing behind an alert lives. */
export function targetOf(alert: Pick<AlertView, 'subject' | 'monitor' | 'members'>): Target | null {
  switch (alert.subject?.kind) {
    case 'task':
      return { screen: 'tasks', id: alert.subject.id, words: 'toTask' }
    case 'promise':
      return { screen: 'promises', id: alert.subject.id, words: 'toPromise' }
    case 'metric':
      return { screen: 'health', id: alert.subject.id, words: 'toHealth' }
    case 'source':
      return { screen: 'status', id: alert.subject.id, words: 'toSource' }
    case undefined:
      break
  }
  if (alert.monitor === 'tasks')
    return { screen: 'tasks', id: alert.members.length === 1 ? (alert.members[0] ?? null) : null, words: 'toTasks' }
  return alert.monitor === 'patterns' ? { screen: 'patterns', id: null, words: 'toPatterns' } : null
}
