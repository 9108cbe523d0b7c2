import type { z } from 'zod'

/** One channel: what goes in and what comes out, both parsed in the main process. */
export type ChannelContract = { readonly input: z.ZodType; readonly output: z.ZodType }
