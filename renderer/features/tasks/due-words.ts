import type { DueView } from '../../../shared/model/task.ts'
import type { Formats } from '../../app/formats.ts'

/** "Today", "Thursday 14:00", "Sat 17 Jan". `dueDay` is the operator's local day of a moment. */
export function dueWords(due: DueView, dueDay: string, today: string, formats: Formats): string {
  const day = formats.dayName(dueDay, today)
  return due.kind === 'day' ? day : `${day} ${formats.clock(due.at)}`
}
