import { z } from 'zod'
import { channelNames } from './channel-name.ts'
import { severities } from './severity.ts'

export const instantSchema = z.number().int().describe('milliseconds since 1970 UTC')
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const alertStateSchema = z.enum(['open', 'acknowledged', 'snoozed', 'resolved', 'dismissed'])
export const ratingSchema = z.enum(['useful', 'wrong', 'known'])
export const severitySchema = z.enum(severities)
export const speakerSchema = z.enum(['health', 'tasks', 'patterns', 'operator'])
export const subjectSchema = z.object({ kind: z.enum(['task', 'promise', 'metric', 'source']), id: z.string() })
export const evidenceSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()), z.array(z.number())]),
)

/** An alert as the inbox lists it. */
export const alertViewSchema = z.object({
  id: z.string(),
  key: z.string(),
  monitor: speakerSchema,
  rule: z.string(),
  severity: severitySchema,
  state: alertStateSchema,
  title: z.string(),
  body: z.string(),
  evidence: evidenceSchema,
  members: z.array(z.string()),
  subject: subjectSchema.nullable(),
  openedAt: instantSchema,
  updatedAt: instantSchema,
  lastSeenAt: instantSchema,
  acknowledgedAt: instantSchema.nullable(),
  snoozedUntil: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  closedBy: z.enum(['rule', 'owner']).nullable(),
  flaps: z.number().int(),
  heldForMorning: z.boolean(),
  suppression: z.object({ stage: z.string(), reason: z.string(), at: instantSchema }).nullable(),
  rating: ratingSchema.nullable(),
  sample: z.boolean(),
})
export type AlertView = z.infer<typeof alertViewSchema>

/** One line of an alert's history, oldest first: seen, told, held back, acknowledged, … */
export const alertStepSchema = z.object({
  at: instantSchema,
  kind: z.enum([
    'opened',
    'updated',
    'escalated',
    'delivered',
    'retrying',
    'failed',
    'suppressed',
    'acknowledged',
    'snoozed',
    'rated',
    'closed',
    'reopened',
    'other',
  ]),
  text: z.string(),
  channel: z.enum(channelNames).nullable(),
})
export type AlertStep = z.infer<typeof alertStepSchema>

export const alertDetailSchema = z.object({ alert: alertViewSchema, steps: z.array(alertStepSchema), ruleMuted: z.boolean() })
export type AlertDetail = z.infer<typeof alertDetailSchema>

/** How one rule was rated. Shares are 0 to 1; `low` and `high` bound `right` with 95 % confidence. */
export const rulePrecisionSchema = z.object({
  rule: z.string(),
  useful: z.number().int(),
  wrong: z.number().int(),
  known: z.number().int(),
  right: z.number(),
  low: z.number(),
  high: z.number(),
  /** Wrong more than a third of the time over ten or more ratings. */
  tooOftenWrong: z.boolean(),
  /** The next milder setting, for the owner to take or leave; null while the rule is right often enough. */
  proposal: z.object({ path: z.string(), from: z.string(), to: z.string(), sentence: z.string() }).nullable(),
})
export type RulePrecision = z.infer<typeof rulePrecisionSchema>
