import { z } from 'zod'
import { captureClasses } from './capture-class.ts'
import { daySchema, instantSchema } from './alert.ts'
import { prioritySchema } from './task.ts'

export const captureClassSchema = z.enum(captureClasses)
export type CaptureClassName = z.infer<typeof captureClassSchema>

export const spokenDueSchema = z.object({
  date: daySchema,
  time: z.string().nullable(),
  /** Which parts were said, and which were filled in. */
  stated: z.array(z.string()),
  guessed: z.array(z.string()),
  text: z.string(),
})

export const extractedSchema = z.object({
  title: z.string(),
  due: spokenDueSchema.nullable(),
  person: z.string().nullable(),
  client: z.string().nullable(),
  priority: prioritySchema.nullable(),
  effort: z.number().nullable(),
})

export const captureSegmentSchema = z.object({
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  class: captureClassSchema,
  confidence: z.number(),
  extracted: extractedSchema,
})

/** Something made of a capture. Notes and ideas are captures filed under their class; thinking, venting and observations stay in the journal. */
export const madeSchema = z.object({ kind: z.enum(['task', 'promise', 'note', 'idea', 'journal']), id: z.string(), title: z.string() })
export type Made = z.infer<typeof madeSchema>

export const captureAnswerSchema = z.object({
  id: z.string(),
  classifier: z.enum(['rules', 'claude', 'owner']),
  class: captureClassSchema,
  confidence: z.number(),
  reason: z.string(),
  features: z.array(z.object({ name: z.string(), weight: z.number() })),
  extracted: extractedSchema,
  segments: z.array(captureSegmentSchema),
  at: instantSchema,
})
export type CaptureAnswer = z.infer<typeof captureAnswerSchema>

/** A thought and what became of it: kept only, waiting for a word of the owner, filed, or taken back. */
export const captureViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  at: instantSchema,
  origin: z.string(),
  state: z.enum(['kept', 'review', 'filed', 'undone']),
  answer: captureAnswerSchema.nullable(),
  made: z.array(madeSchema),
  /** Why Claude was not heard, where it should have been; it is asked again later. */
  unheard: z.string().nullable(),
})
export type CaptureView = z.infer<typeof captureViewSchema>

export const understoodSpanSchema = z.object({
  kind: z.enum(['date', 'person']),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
})
export type UnderstoodSpanView = z.infer<typeof understoodSpanSchema>
