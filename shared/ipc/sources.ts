import { z } from 'zod'
import { sourceViewSchema } from '../model/status.ts'

const sourceName = z.enum(['oura', 'workos', 'state_files'])

/** Named like an environment variable, e.g. OURA_ACCESS_TOKEN. */
const secretName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/)

/** Where a secret is found; never what it is. */
export const secretViewSchema = z.object({
  name: z.string(),
  /** What it is for, in words. */
  purpose: z.string(),
  place: z.enum(['keychain', 'environment', 'file', 'none']),
})
export type SecretView = z.infer<typeof secretViewSchema>

export const connectionViewSchema = z.object({
  source: sourceViewSchema,
  secrets: z.array(secretViewSchema),
  /** Changes made here that the source has yet to hear of. */
  pendingWrites: z.number().int(),
  /** Why the first of them still waits; null where there is nothing to say. */
  pendingReason: z.string().nullable(),
  /** Days of the past that are filled in; null where the source has no past to fill in. */
  backfill: z.object({ days: z.number().int(), of: z.number().int() }).nullable(),
})

export type ConnectionView = z.infer<typeof connectionViewSchema>

const outcome = z.object({ ok: z.boolean(), message: z.string() })

/** The Connections page. A secret goes in and is never read back: the window sees whether it is set, and where. */
export const sourcesContract = {
  'sources:list': {
    input: z.object({}),
    output: z.object({
      connections: z.array(connectionViewSchema),
      /** What the owner is on, as CurrentFocus.md says. */
      focus: z.string().nullable(),
    }),
  },
  /** Asks the source once, past its breaker, and stores nothing. */
  'sources:test': { input: z.object({ name: sourceName }), output: outcome },
  /** Ends a wait and checks again. */
  'sources:retry': { input: z.object({ name: sourceName }), output: z.object({ source: sourceViewSchema }) },
  /** Opens Oura's page in the system's browser and answers once the owner has been there. */
  'sources:connect': { input: z.object({ name: z.literal('oura') }), output: outcome },
  /** Forgets the keys of a source. What was read stays. */
  'sources:disconnect': { input: z.object({ name: sourceName }), output: z.object({ forgotten: z.array(z.string()) }) },
  'secrets:list': {
    input: z.object({}),
    output: z.object({
      /** Whether secrets can be kept here, and why not. */
      store: z.union([
        z.object({ ok: z.literal(true), place: z.enum(['keychain', 'file']) }),
        z.object({ ok: z.literal(false), reason: z.string() }),
      ]),
      secrets: z.array(secretViewSchema),
    }),
  },
  'secrets:set': {
    input: z.object({ name: secretName, value: z.string().min(1).max(20_000) }),
    output: z.object({ secret: secretViewSchema }),
  },
  'secrets:delete': { input: z.object({ name: secretName }), output: z.object({ wasKept: z.boolean(), secret: secretViewSchema }) },
  /** The owner's explicit yes to a file that only they can read, where there is no keychain. */
  'secrets:allow-file': { input: z.object({}), output: z.object({ place: z.enum(['keychain', 'file']) }) },
} as const
