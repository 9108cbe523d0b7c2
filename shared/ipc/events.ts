import { z } from 'zod'
import type { EventName } from './channels.ts'
import { topics } from './topics.ts'

export const eventContract = {
  /** What a window should read again. */
  changed: z.object({ topics: z.array(z.enum(topics)) }),
  /** Go to a screen, and to one thing on it. */
  navigate: z.object({ screen: z.string(), id: z.string().nullable() }),
  /** The window was shown again. */
  shown: z.object({}),
} as const satisfies Record<EventName, z.ZodType>

export type EventOf<Name extends EventName> = z.output<(typeof eventContract)[Name]>
