import type { PromiseView, TaskView } from '../../../shared/model/task.ts'
import { dueDay, type Due } from '../../domain/due.ts'
import type { Instant } from '../../domain/instant.ts'
import { daysBetween, localDayOf, type LocalDay, type TimeZone } from '../../domain/local-day.ts'
import { isOwed, type PersonalPromise } from '../../domain/promise.ts'
import { isActive, type Task } from '../../domain/task.ts'

function standingOf(task: Task, day: string | null, today: string, now: Instant): TaskView['standing'] {
  if (task.status === 'completed' || task.status === 'cancelled') return 'done'
  if (task.due === null || day === null) return 'undated'
  const isPast = task.due.kind === 'moment' ? task.due.at < now : day < today
  if (isPast && isActive(task)) return 'overdue'
  return day === today ? 'today' : 'upcoming'
}

/** A task with its place among the others: the local day it is due, and how it stands against today. */
export type PlacedTask = Pick<TaskView, 'dueDay' | 'standing'> & { readonly task: Task }

export function placeTask(
  task: Task,
  { zone, today, now }: { readonly zone: TimeZone; readonly today: LocalDay; readonly now: Instant },
): PlacedTask {
  const day = task.due === null ? null : dueDay(task.due, zone)
  return { task, dueDay: day, standing: standingOf(task, day, today, now) }
}

export function taskView({ task, dueDay, standing }: PlacedTask, more: Pick<TaskView, 'putOff' | 'pendingWrite'>): TaskView {
  const { sourceId: _sourceId, ...rest } = task
  return { ...rest, dueDay, standing, ...more }
}

export function promiseView(promise: PersonalPromise, context: { readonly zone: TimeZone; readonly now: Instant }): PromiseView {
  const day = promise.due === null ? null : dueDay(promise.due, context.zone)
  const late = day === null || !isOwed(promise) ? 0 : daysBetween(day, localDayOf(context.now, context.zone))
  return { ...promise, dueDay: day, daysLate: Math.max(0, late) }
}

/** A due date as an event keeps it: the day, or the ISO time. */
export function dueText(due: Due | null): string | null {
  if (due === null) return null
  return due.kind === 'day' ? due.day : new Date(due.at).toISOString()
}
