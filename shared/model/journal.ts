import { z } from 'zod'
import { instantSchema } from './alert.ts'

export const journalSeveritySchema = z.enum(['debug', 'info', 'warning', 'alert', 'critical'])

export const journalEntryViewSchema = z.object({
  id: z.number().int(),
  at: instantSchema,
  type: z.string(),
  source: z.string(),
  severity: journalSeveritySchema,
  title: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type JournalEntryView = z.infer<typeof journalEntryViewSchema>
