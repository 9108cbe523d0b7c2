import { z } from 'zod'
import type { SignalName } from './channels.ts'

/** What a page tells its own window, without an answer; only the desktop has windows to tell. */
export const signalContract = {
  /** Put me away. */
  hide: z.object({}),
  /** How tall my content stands, in density-independent pixels. */
  height: z.object({ height: z.number().int().min(40).max(4_000) }),
} as const satisfies Record<SignalName, z.ZodType>

export type SignalOf<Name extends SignalName> = z.output<(typeof signalContract)[Name]>
