import { z } from 'zod'
import { daySchema, instantSchema, severitySchema } from './alert.ts'
import { channelNames } from './channel-name.ts'

export const sourceViewSchema = z.object({
  name: z.enum(['oura', 'workos', 'state_files']),
  condition: z.enum(['ok', 'off', 'not_configured', 'unauthorized', 'rate_limited', 'unreachable', 'offline', 'malformed']),
  circuit: z.enum(['closed', 'open', 'half_open']),
  lastSuccess: instantSchema.nullable(),
  lastError: z.string().nullable(),
  from: z.enum(['local_cache', 'direct', 'cache', 'import', 'none']),
  retryAt: instantSchema.nullable(),
  newestReading: daySchema.nullable(),
})
export type SourceView = z.infer<typeof sourceViewSchema>

export const monitorViewSchema = z.object({
  id: z.enum(['health', 'tasks', 'patterns']),
  title: z.string(),
  enabled: z.boolean(),
  lastCheck: instantSchema.nullable(),
  durationMs: z.number().nullable(),
  nextCheck: instantSchema.nullable(),
  error: z.string().nullable(),
  rules: z.array(z.object({ rule: z.string(), outcome: z.string(), detail: z.string().nullable() })),
})

export const statusViewSchema = z.object({
  version: z.string(),
  now: instantSchema,
  timezone: z.string(),
  /** running in this process, in another one, or nowhere. */
  running: z.enum(['here', 'elsewhere', 'no']),
  pid: z.number().int().nullable(),
  startedAt: instantSchema.nullable(),
  lastRun: instantSchema.nullable(),
  nextRun: instantSchema.nullable(),
  runCount: z.number().int(),
  dryRun: z.boolean(),
  pausedUntil: instantSchema.nullable(),
  quiet: z.object({
    active: z.boolean(),
    until: instantSchema.nullable(),
    nextStart: instantSchema.nullable(),
    /** The end of the night that begins at `nextStart`. */
    nextEnd: instantSchema.nullable(),
    doNotDisturb: z.boolean(),
  }),
  openAlerts: z.number().int(),
  highestOpen: severitySchema.nullable(),
  heldAlerts: z.number().int(),
  /** Promises whose day is today or past. */
  promisesDue: z.number().int(),
  /** Captures that wait for the owner's word. */
  capturesWaiting: z.number().int(),
  sources: z.array(sourceViewSchema),
  monitors: z.array(monitorViewSchema),
  channels: z.array(
    z.object({
      name: z.enum(channelNames),
      enabled: z.boolean(),
      minSeverity: severitySchema.nullable(),
      lastDelivered: instantSchema.nullable(),
      lastError: z.string().nullable(),
      queued: z.number().int(),
    }),
  ),
  /** What is wrong with the configuration file as it stands on disk; empty when it is in force. */
  configurationProblems: z.array(z.string()),
  /** Sentences a person should know: sources not seen, storage full, a repair at the last start. */
  notices: z.array(z.string()),
  newestReadingAt: instantSchema.nullable(),
  hasSampleData: z.boolean(),
  hasOwnData: z.boolean(),
})
export type StatusView = z.infer<typeof statusViewSchema>
