import { z } from 'zod'
import { captureAnswerSchema, captureClassSchema, captureViewSchema, madeSchema, understoodSpanSchema } from '../model/capture.ts'

const one = z.object({ capture: captureViewSchema })
const id = z.string()

/** Thoughts taken away with one keystroke. */
export const capturesContract = {
  /** Stored before anything else happens. `plain` turns the reading of dates and people off. */
  'captures:add': {
    input: z.object({
      text: z.string().min(1).max(500_000),
      /** Anything but `sample`, which marks what came with the sample data and goes with it. */
      origin: z
        .string()
        .max(40)
        .refine((origin) => origin !== 'sample')
        .default('window'),
      plain: z.boolean().default(false),
    }),
    output: one,
  },
  /** Dates and people in a text that is being typed. */
  'captures:understood': { input: z.object({ text: z.string().max(5_000) }), output: z.object({ spans: z.array(understoodSpanSchema) }) },
  'captures:list': {
    input: z.object({
      show: z.enum(['review', 'all', 'notes', 'ideas']),
      search: z.string().max(200).optional(),
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ captures: z.array(captureViewSchema), next: z.string().nullable(), waiting: z.number().int() }),
  },
  /** Every answer it was given, the oldest first. */
  'captures:get': { input: z.object({ id }), output: z.object({ capture: captureViewSchema, answers: z.array(captureAnswerSchema) }) },
  /** What another class would make of it and what it would take away; changes nothing. */
  'captures:propose': {
    input: z.object({ id, class: captureClassSchema }),
    output: z.object({ make: z.array(madeSchema), remove: z.array(madeSchema) }),
  },
  /** The owner's word: files it under a class (the proposed one too), and is an example from then on. */
  'captures:reclassify': { input: z.object({ id, class: captureClassSchema }), output: one },
  /** Takes back what was made of it, and puts away one that waits; the text stays. */
  'captures:undo': { input: z.object({ id }), output: one },
  /** Puts back among those that wait what `captures:undo` took from there. */
  'captures:reopen': { input: z.object({ id }), output: one },
  'captures:claude': {
    input: z.object({}),
    output: z.object({
      isSet: z.boolean(),
      callsToday: z.number().int(),
      mostCallsPerDay: z.number().int(),
      costToday: z.number().nullable(),
      problem: z.string().nullable(),
    }),
  },
} as const
