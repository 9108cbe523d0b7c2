import { z } from 'zod'
import {
  alertDetailSchema,
  alertStateSchema,
  alertViewSchema,
  instantSchema,
  ratingSchema,
  rulePrecisionSchema,
  severitySchema,
  speakerSchema,
} from '../model/alert.ts'

const ids = z.object({ ids: z.array(z.string()).min(1).max(1000) })
const changed = z.object({ alerts: z.array(alertViewSchema) })

/** The inbox. Alerts are named by id or key. */
export const alertsContract = {
  'alerts:list': {
    input: z.object({
      states: z.array(alertStateSchema).optional(),
      severities: z.array(severitySchema).optional(),
      monitors: z.array(speakerSchema).optional(),
      /** Only those that were held back and why. */
      held: z.boolean().optional(),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      cursor: z.string().nullable().default(null),
    }),
    output: z.object({
      alerts: z.array(alertViewSchema),
      next: z.string().nullable(),
      counts: z.object({ open: z.number().int(), held: z.number().int(), all: z.number().int() }),
    }),
  },
  'alerts:get': { input: z.object({ id: z.string() }), output: alertDetailSchema },
  'alerts:acknowledge': { input: ids, output: changed },
  /** Back to open: undoes an acknowledgement, a snooze or a closing by hand. */
  'alerts:reopen': { input: ids, output: changed },
  /** Until a moment, or as long as words say: "2h", "until tomorrow 9:00". `until` counts where both are given. */
  'alerts:snooze': {
    input: ids.extend({ until: instantSchema.optional(), phrase: z.string().max(200).optional() }),
    output: changed,
  },
  'alerts:resolve': { input: ids, output: changed },
  'alerts:dismiss': { input: ids, output: changed },
  'alerts:rate': { input: z.object({ id: z.string(), rating: ratingSchema.nullable() }), output: changed },
  /** How often each rated rule was right, and what would make one that is wrong too often milder. */
  'alerts:precision': { input: z.object({}), output: z.object({ rules: z.array(rulePrecisionSchema) }) },
  'rules:mute': {
    input: z.object({ rule: z.string(), until: instantSchema.nullable() }),
    output: z.object({ muted: z.array(z.string()) }),
  },
  'rules:unmute': { input: z.object({ rule: z.string() }), output: z.object({ muted: z.array(z.string()) }) },
} as const
