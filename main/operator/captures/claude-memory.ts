import { z } from 'zod'
import type { Instant } from '../../domain/instant.ts'
import type { LocalDay } from '../../domain/local-day.ts'
import type { SourceError } from '../../domain/source-error.ts'
import { countsAsFailure } from '../../resilience/blame.ts'
import { longestRateLimit, openWait, type SourceLimits } from '../../resilience/source-limits.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { loadOperatorState, saveOperatorState } from '../../store/operator-state.ts'

const schema = z.object({
  day: z.string(),
  calls: z.number(),
  /** US dollars, of the calls whose price was known. */
  cost: z.number(),
  failures: z.number(),
  waitUntil: z.number().nullable(),
  problem: z.string().nullable(),
})

/**
 * What is kept of Claude over restarts and between processes: calls and cost of the owner's day, failures in a row, how long not to ask. Its breaker
 * is these few numbers and not cockatiel's: a capture from the command line is a process of its own, and the count has to go on where it left off.
 */
export type ClaudeMemory = z.infer<typeof schema>

const atFirst = (day: LocalDay): ClaudeMemory => ({ day, calls: 0, cost: 0, failures: 0, waitUntil: null, problem: null })

export function recallClaude(db: Reader, today: LocalDay): ClaudeMemory {
  const found = schema.safeParse(loadOperatorState(db).get('claude')).data ?? atFirst(today)
  return found.day === today ? found : { ...found, day: today, calls: 0, cost: 0 }
}

export function rememberClaude(db: Writer, today: LocalDay, change: (memory: ClaudeMemory) => ClaudeMemory): void {
  db.transaction(() => saveOperatorState(db, { claude: change(recallClaude(db, today)) }))
}

/** After failures enough in a row nobody is asked for a while, each time twice as long; a rate limit is obeyed as it was given. */
export function afterClaudeFailed(memory: ClaudeMemory, error: SourceError, now: Instant, limits: SourceLimits): ClaudeMemory {
  const problem = error.message
  if (error.code === 'rate_limited') {
    const asked = error.retryAt ?? now + limits.openMs
    return { ...memory, problem, waitUntil: Math.min(Math.max(asked, now), now + longestRateLimit) }
  }
  if (!countsAsFailure(error)) return { ...memory, problem }
  const failures = memory.failures + 1
  const openings = failures - limits.failureThreshold + 1
  return { ...memory, problem, failures, waitUntil: openings > 0 ? now + openWait(openings, limits) : memory.waitUntil }
}
