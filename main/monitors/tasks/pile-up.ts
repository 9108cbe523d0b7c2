import { isActive } from '../../domain/task.ts'
import { hourRule } from './hour-rule.ts'

export const pileUp = hourRule('pile_up', (snapshot, { thresholds }, _now, { day }) => {
  const active = snapshot.tasks.filter(isActive).length
  if (active < thresholds.pile_up) return []
  return [
    {
      key: `task:pile_up:${day}`,
      monitor: 'tasks',
      rule: 'pile_up',
      severity: 'medium',
      title: `${active} active tasks`,
      body: `You have ${active} active tasks. Move to the backlog what this week can do without.`,
      evidence: { count: active, threshold: thresholds.pile_up, day },
      members: [],
      subject: null,
    },
  ]
})
