import { z } from 'zod'
import { daySchema, instantSchema } from './alert.ts'

/** A day without a time is due at the end of that local day. */
export const dueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), day: daySchema }),
  z.object({ kind: z.literal('moment'), at: instantSchema }),
])
export type DueView = z.infer<typeof dueSchema>

export const taskStatusSchema = z.enum(['pending', 'in_progress', 'backlog', 'completed', 'cancelled'])
export const prioritySchema = z.enum(['p0', 'p1', 'p2', 'p3'])
export const drainSchema = z.enum(['deep', 'shallow', 'admin'])

export const taskViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  notes: z.string().nullable(),
  status: taskStatusSchema,
  priority: prioritySchema.nullable(),
  due: dueSchema.nullable(),
  plannedDay: daySchema.nullable(),
  client: z.string().nullable(),
  effortMinutes: z.number().nullable(),
  drain: drainSchema.nullable(),
  source: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  /** The local day it is due, and how it stands against today. */
  dueDay: daySchema.nullable(),
  standing: z.enum(['overdue', 'today', 'upcoming', 'undated', 'done']),
  /** How often its due date was moved later in the last seven days. */
  putOff: z.number().int(),
  /** A change that the tasks database has not taken yet. */
  pendingWrite: z.boolean(),
})
export type TaskView = z.infer<typeof taskViewSchema>

export const promiseViewSchema = z.object({
  id: z.string(),
  what: z.string(),
  to: z.string(),
  due: dueSchema.nullable(),
  dueDay: daySchema.nullable(),
  daysLate: z.number().int(),
  status: z.enum(['active', 'kept', 'broken', 'renegotiated', 'cancelled']),
  source: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
export type PromiseView = z.infer<typeof promiseViewSchema>
