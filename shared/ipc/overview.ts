import { z } from 'zod'
import { daySchema, instantSchema } from '../model/alert.ts'
import { channelNames } from '../model/channel-name.ts'
import { metricSchema, patternViewSchema, seriesSchema } from '../model/health.ts'
import { journalEntryViewSchema, journalSeveritySchema } from '../model/journal.ts'
import { statusViewSchema } from '../model/status.ts'

/** What the operator sees and did: status, health, patterns, journal. */
export const overviewContract = {
  'status:get': { input: z.object({}), output: statusViewSchema },
  /** Joins a running cycle. */
  'operator:check': {
    input: z.object({}),
    output: z.object({ findings: z.number().int(), told: z.number().int(), durationMs: z.number() }),
  },
  'operator:pause': { input: z.object({ until: instantSchema.nullable() }), output: z.object({ pausedUntil: instantSchema.nullable() }) },
  /** Looks at everything a support person would ask for; asks every source once. Nothing in the answer is a secret. */
  'operator:examine': {
    input: z.object({}),
    output: z.object({
      checks: z.array(
        z.object({ name: z.string(), result: z.enum(['ok', 'warning', 'failed']), detail: z.string(), fix: z.string().nullable() }),
      ),
    }),
  },
  /** Sends one test message past the queue. `reason` says why it did not arrive. */
  'channels:test': {
    input: z.object({ channel: z.enum(channelNames) }),
    output: z.object({ outcome: z.enum(['delivered', 'retry', 'rejected']), reason: z.string().nullable() }),
  },
  'health:series': { input: z.object({ metric: metricSchema, from: daySchema, to: daySchema }), output: seriesSchema },
  'patterns:list': { input: z.object({}), output: z.object({ patterns: z.array(patternViewSchema), checkedAt: instantSchema }) },
  'journal:list': {
    input: z.object({
      types: z.array(z.string()).optional(),
      severities: z.array(journalSeveritySchema).optional(),
      search: z.string().max(200).optional(),
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ entries: z.array(journalEntryViewSchema), next: z.number().int().nullable() }),
  },
  'sample:add': {
    input: z.object({}),
    output: z.object({ readings: z.number().int(), tasks: z.number().int(), promises: z.number().int() }),
  },
  'sample:remove': {
    input: z.object({}),
    output: z.object({ readings: z.number().int(), tasks: z.number().int(), promises: z.number().int() }),
  },
} as const
