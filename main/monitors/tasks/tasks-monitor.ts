import type { TaskSettings } from '../../domain/settings.ts'
import type { Monitor } from '../monitor.ts'
import { commitment } from './commitment.ts'
import { commitmentDue } from './commitment-due.ts'
import { dueToday } from './due-today.ts'
import { dueTomorrow } from './due-tomorrow.ts'
import { overdue } from './overdue.ts'
import { pileUp } from './pile-up.ts'

export const tasksMonitor: Monitor<TaskSettings> = {
  id: 'tasks',
  title: 'Tasks and promises',
  rules: [overdue, dueToday, dueTomorrow, pileUp, commitment, commitmentDue],
}
