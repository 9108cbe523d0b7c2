import { z } from 'zod'
import { isLocalDay } from '../../domain/local-day.ts'

/**
 * The parts of Oura's documents that readings are made of, as its API v2 gives them under `/v2/usercollection`. The same documents
 * lie in the local cache and, as JSON or flattened to CSV, in the account export. Fields that Oura may leave out or null are
 * nullable here: a missing score is missing, never zero.
 */
const day = z.string().refine(isLocalDay, 'not a day written YYYY-MM-DD')
const optionalNumber = z.number().nullish()

export const readinessDocument = z.object({
  day,
  score: optionalNumber,
  contributors: z.object({ recovery_index: optionalNumber, hrv_balance: optionalNumber }).nullish(),
})

export const dailySleepDocument = z.object({ day, score: optionalNumber })

/** One sleep period; a day may have several. Durations in seconds, HRV in ms. */
export const sleepDocument = z.object({
  id: z.string().nullish(),
  day,
  type: z.string().nullish(),
  total_sleep_duration: optionalNumber,
  average_hrv: optionalNumber,
  lowest_heart_rate: optionalNumber,
})

/** Seconds in the zone of high stress and in that of high recovery. */
export const stressDocument = z.object({ day, stress_high: optionalNumber, recovery_high: optionalNumber })

/** `non_wear_time` in seconds. */
export const activityDocument = z.object({ day, score: optionalNumber, steps: optionalNumber, non_wear_time: optionalNumber })

export type ReadinessDocument = z.infer<typeof readinessDocument>
export type DailySleepDocument = z.infer<typeof dailySleepDocument>
export type SleepDocument = z.infer<typeof sleepDocument>
export type StressDocument = z.infer<typeof stressDocument>
export type ActivityDocument = z.infer<typeof activityDocument>

/** The collections that are read, named as the last part of their path, and how a document of each is parsed. */
export const ouraDocumentSchemas = {
  daily_readiness: readinessDocument,
  daily_sleep: dailySleepDocument,
  sleep: sleepDocument,
  daily_stress: stressDocument,
  daily_activity: activityDocument,
} as const

export type OuraCollection = keyof typeof ouraDocumentSchemas

export const ouraCollections: readonly OuraCollection[] = ['daily_readiness', 'daily_sleep', 'sleep', 'daily_stress', 'daily_activity']

export type OuraDocuments = {
  readonly daily_readiness: readonly ReadinessDocument[]
  readonly daily_sleep: readonly DailySleepDocument[]
  readonly sleep: readonly SleepDocument[]
  readonly daily_stress: readonly StressDocument[]
  readonly daily_activity: readonly ActivityDocument[]
}

export const noOuraDocuments: OuraDocuments = { daily_readiness: [], daily_sleep: [], sleep: [], daily_stress: [], daily_activity: [] }
