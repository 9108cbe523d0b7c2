import { z } from 'zod'
import { daySchema } from '../model/alert.ts'
import { drainSchema, dueSchema, prioritySchema, promiseViewSchema, taskStatusSchema, taskViewSchema } from '../model/task.ts'

const oneTask = z.object({ task: taskViewSchema })
const onePromise = z.object({ promise: promiseViewSchema })
const words = z.string().trim().min(1).max(500)

/** Tasks and promises. */
export const tasksContract = {
  /** Today's are those due today and those overdue: what a person looks at in the morning. */
  'tasks:list': {
    input: z.object({
      view: z.enum(['today', 'overdue', 'upcoming', 'all', 'done']),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(20_000).default(2_000),
      /** How many to pass over: `next` of the page before. */
      offset: z.number().int().min(0).optional(),
    }),
    output: z.object({
      tasks: z.array(taskViewSchema),
      /** Where the next page begins; null after the last. */
      next: z.number().int().nullable(),
      counts: z.object({ today: z.number().int(), overdue: z.number().int(), upcoming: z.number().int(), all: z.number().int() }),
    }),
  },
  /** `text` may carry a date in words, a client and a priority: "Memphis report by Friday p1". */
  'tasks:add': {
    input: z.object({
      text: words,
      due: dueSchema.nullable().optional(),
      client: z.string().nullable().optional(),
      priority: prioritySchema.nullable().optional(),
    }),
    output: oneTask,
  },
  'tasks:update': {
    input: z.object({
      id: z.string(),
      title: words.optional(),
      notes: z.string().max(20_000).nullable().optional(),
      status: taskStatusSchema.optional(),
      priority: prioritySchema.nullable().optional(),
      client: z.string().max(200).nullable().optional(),
      plannedDay: daySchema.nullable().optional(),
      effortMinutes: z.number().int().min(1).max(100_000).nullable().optional(),
      drain: drainSchema.nullable().optional(),
    }),
    output: oneTask,
  },
  /** Counted: moving a due date later is putting it off. `phrase` is a date in words, used when `due` is absent. */
  'tasks:reschedule': {
    input: z.object({ id: z.string(), due: dueSchema.nullable().optional(), phrase: z.string().max(200).optional() }),
    output: oneTask,
  },
  'tasks:complete': { input: z.object({ id: z.string() }), output: oneTask },
  'tasks:reopen': { input: z.object({ id: z.string() }), output: oneTask },
  /** Sends a task that lives here only to the tasks database; it shows as pending until it is there. */
  'tasks:send': { input: z.object({ id: z.string() }), output: oneTask },
  'promises:list': {
    input: z.object({ includeClosed: z.boolean().default(false) }),
    output: z.object({ promises: z.array(promiseViewSchema) }),
  },
  'promises:add': {
    input: z.object({ what: words, to: words, due: dueSchema.nullable().optional(), phrase: z.string().max(200).optional() }),
    output: onePromise,
  },
  'promises:update': {
    input: z.object({
      id: z.string(),
      what: words.optional(),
      to: words.optional(),
      due: dueSchema.nullable().optional(),
      status: z.enum(['active', 'kept', 'broken', 'renegotiated', 'cancelled']).optional(),
    }),
    output: onePromise,
  },
} as const
