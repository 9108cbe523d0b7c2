import type { DueView, PromiseView, TaskView } from '../../../shared/model/task.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'
import { exactTime } from '../time-words.ts'

/** When it is due, for a person: a day, a moment in the owner's zone, or a dash. */
export function dueWords(due: DueView | null, zone: string): string {
  if (due === null) return '–'
  return due.kind === 'day' ? due.day : exactTime(due.at, zone)
}

export function taskTable(tasks: readonly TaskView[], zone: string): string {
  if (tasks.length === 0) return 'No tasks here. `thanos task add "Call the bank tomorrow"` makes one.'
  return table(
    ['id', 'due', 'standing', 'priority', 'client', 'task'],
    tasks.map((task) => [
      task.id,
      dueWords(task.due, zone),
      task.standing,
      task.priority ?? '–',
      terminalText(task.client ?? '–'),
      terminalText(task.title) + (task.putOff > 0 ? ` (put off ${task.putOff} ${task.putOff === 1 ? 'time' : 'times'} this week)` : ''),
    ]),
  )
}

export function promiseTable(promises: readonly PromiseView[], zone: string): string {
  if (promises.length === 0) return 'No promises here. `thanos promise add "the slides" --to Ashley --due friday` makes one.'
  return table(
    ['id', 'due', 'status', 'to', 'what'],
    promises.map((promise) => [
      promise.id,
      dueWords(promise.due, zone),
      promise.daysLate > 0 ? `${promise.daysLate} ${promise.daysLate === 1 ? 'day' : 'days'} late` : promise.status,
      terminalText(promise.to),
      terminalText(promise.what),
    ]),
  )
}
