import { askClaude, type ClaudeUsage } from '../../adapters/claude/ask-claude.ts'
import { costOf } from '../../adapters/claude/prices.ts'
import { resolveReference } from '../../config/secret-reference.ts'
import type { Configuration } from '../../config/schema.ts'
import type { Classification } from '../../domain/capture.ts'
import { second } from '../../domain/instant.ts'
import { localDayOf, type TimeZone } from '../../domain/local-day.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { Advice, AdviceRequest, CaptureAdviser } from '../../ports/capture-adviser.ts'
import type { Clock } from '../../ports/clock.ts'
import type { SecretStore } from '../../ports/secret-store.ts'
import { asSourceError } from '../../resilience/blame.ts'
import { readWithRetries } from '../../resilience/read-with-retries.ts'
import { isWaitOver, longestRateLimit } from '../../resilience/source-limits.ts'
import { adviceGiven } from '../../store/capture-search.ts'
import type { Writer } from '../../store/database.ts'
import { limitsOf } from '../sources/source-settings.ts'
import { afterClaudeFailed, recallClaude, rememberClaude } from './claude-memory.ts'
import { withDates } from './with-dates.ts'

export type ClaudeTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly secrets: Pick<SecretStore, 'get'>
  readonly configuration: () => Configuration
  readonly zone: () => TimeZone
  readonly random: () => number
  /** For the whole question with its retries. */
  readonly timeoutMs?: number
}

/** The specification's. */
const usualTimeout = 10 * second
/** Like the rules, Claude reads the beginning of a long text. */
const longestRead = 5_000

/** Claude behind its policy: the same text is asked once, a day has its calls, trouble is waited out, and nothing is thrown. */
export function createClaudeAdviser(tools: ClaudeTools): CaptureAdviser {
  const { clock, configuration, db, secrets, timeoutMs = usualTimeout } = tools
  const flights = new Map<string, Promise<Advice>>()
  const settings = () => configuration().capture.claude
  const today = () => localDayOf(clock.now(), tools.zone())
  const key = async () => (settings().enabled ? resolveReference(settings().api_key, secrets) : null)

  function charge(model: string, usage: ClaudeUsage): void {
    rememberClaude(db, today(), (memory) => ({
      ...memory,
      cost: memory.cost + (costOf(model, usage) ?? 0),
      failures: 0,
      waitUntil: null,
      problem: null,
    }))
  }

  /** Each attempt is a call: the service counts them so. */
  function countCall(): void {
    const most = settings().max_calls_per_day
    if (recallClaude(db, today()).calls >= most) throw usedUp(most)
    rememberClaude(db, today(), (memory) => ({ ...memory, calls: memory.calls + 1 }))
  }

  async function fresh(request: AdviceRequest, apiKey: string, signal: AbortSignal): Promise<Advice> {
    const { base_url: baseUrl, model } = settings()
    const limits = limitsOf(configuration(), timeoutMs)
    const { waitUntil, problem } = recallClaude(db, today())
    if (waitUntil !== null && !isWaitOver(waitUntil, clock.now(), longestRateLimit))
      return { kind: 'unheard', reason: problem ?? 'Claude is not asked for a while.' }
    try {
      const { answer, usage } = await readWithRetries(
        (inner) => {
          countCall()
          return askClaude({ apiKey, baseUrl, model, timeoutMs, clock }, request, inner)
        },
        limits,
        tools.random,
        signal,
      )
      if (signal.aborted) return stopped
      charge(model, usage)
      return answer.kind === 'said' ? heard(answer.said, request) : { kind: 'unheard', reason: answer.reason }
    } catch (thrown) {
      if (signal.aborted) return stopped
      if (thrown instanceof OperatorError) return { kind: 'unheard', reason: thrown.message }
      const error = asSourceError(thrown)
      rememberClaude(db, today(), (memory) => afterClaudeFailed(memory, error, clock.now(), limits))
      return { kind: 'unheard', reason: error.message }
    }
  }

  async function asked(request: AdviceRequest, signal: AbortSignal): Promise<Advice> {
    const apiKey = await key()
    if (apiKey === null) return { kind: 'not_set_up' }
    const given = adviceGiven<{ readonly said: Omit<Classification, 'classifier'> }>(db, request.text)
    return given === null ? fresh({ ...request, text: request.text.slice(0, longestRead) }, apiKey, signal) : heard(given.said, request)
  }

  return {
    async ask(request, signal) {
      const flight = flights.get(request.text) ?? asked(request, signal).finally(() => flights.delete(request.text))
      flights.set(request.text, flight)
      try {
        return await flight
      } catch (error) {
        // A keychain that does not open says why; of anything else nothing is passed on that could hold a key.
        return { kind: 'unheard', reason: error instanceof OperatorError ? error.message : 'Claude could not be asked.' }
      }
    },
    async state() {
      const { calls, cost, problem } = recallClaude(db, today())
      const isPriceKnown = costOf(settings().model, { input: 0, output: 0 }) !== null
      const isSet = await key().then(
        (found) => found !== null,
        () => false,
      )
      return { isSet, callsToday: calls, costToday: isPriceKnown ? cost : null, problem }
    },
  }
}

const stopped: Advice = { kind: 'unheard', reason: 'The operator stopped meanwhile.' }

async function heard(said: Omit<Classification, 'classifier'>, request: AdviceRequest): Promise<Advice> {
  return { kind: 'heard', classification: { ...(await withDates(said, request)), review: false, classifier: 'claude' } }
}

function usedUp(most: number): OperatorError {
  return new OperatorError('refused', `The ${most} calls of today are used up (capture.claude.max_calls_per_day).`)
}
