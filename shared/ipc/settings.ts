import { z } from 'zod'

/** The configuration file, edited from the window. Paths are dotted: quiet_hours.start. */
export const settingsContract = {
  'settings:get': {
    input: z.object({}),
    /** `values` is the whole configuration in force, `changed` the paths that differ from the defaults. Secrets appear as ${NAME} only. */
    output: z.object({
      file: z.string(),
      values: z.record(z.string(), z.unknown()),
      defaults: z.record(z.string(), z.unknown()),
      changed: z.array(z.string()),
      problems: z.array(z.string()),
    }),
  },
  /** Validates without writing: the words shown beside the field while typing; null when it is fine. */
  'settings:validate': { input: z.object({ path: z.string(), value: z.unknown() }), output: z.object({ problem: z.string().nullable() }) },
  'settings:set': {
    input: z.object({ path: z.string(), value: z.unknown() }),
    output: z.object({ values: z.record(z.string(), z.unknown()), changed: z.array(z.string()) }),
  },
  /** What a rule would have said with another threshold: how many alerts in the last `days` days. */
  'settings:preview': {
    input: z.object({ path: z.string(), value: z.number(), days: z.number().int().min(1).max(366).default(90) }),
    output: z.object({ alerts: z.number().int(), now: z.number().int(), days: z.number().int() }),
  },
} as const
