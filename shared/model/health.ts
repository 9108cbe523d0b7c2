import { z } from 'zod'
import { metricNames, type MetricName } from './metric-name.ts'
import { daySchema, instantSchema, severitySchema } from './alert.ts'

export const metricSchema = z.enum(metricNames)
export type { MetricName }

/** One metric over a range of days. A missing day is missing from `points`, never zero. */
export const seriesSchema = z.object({
  metric: metricSchema,
  from: daySchema,
  to: daySchema,
  points: z.array(z.object({ day: daySchema, value: z.number(), source: z.string() })),
  /** Mean of the seven days ending on each day that has at least three of them. */
  weekMean: z.array(z.object({ day: daySchema, value: z.number() })),
  /** The owner's usual range: the middle 80 % of the 60 days before the range's end; null with fewer than 14 of them. */
  usual: z.object({ low: z.number(), high: z.number(), mean: z.number(), days: z.number().int() }).nullable(),
  thresholds: z.array(z.object({ label: z.string(), value: z.number(), severity: severitySchema })),
  alerts: z.array(z.object({ day: daySchema, id: z.string(), severity: severitySchema, title: z.string() })),
  newestReadAt: instantSchema.nullable(),
})
export type Series = z.infer<typeof seriesSchema>

/** One pattern rule as it stands today. */
export const patternViewSchema = z.object({
  rule: z.string(),
  outcome: z.enum(['firing', 'clear', 'insufficient_data', 'not_due', 'off']),
  title: z.string(),
  sentence: z.string(),
  value: z.number().nullable(),
  threshold: z.number(),
  unit: z.string(),
  restsOn: z.string(),
  subject: z.string().nullable(),
})
export type PatternView = z.infer<typeof patternViewSchema>
