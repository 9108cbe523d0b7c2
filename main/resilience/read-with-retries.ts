import { DelegateBackoff, handleWhen, type IRetryBackoffContext, retry, TaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel'
import { SourceError } from '../domain/source-error.ts'
import { isTransient } from './blame.ts'
import { retryWait, type SourceLimits } from './source-limits.ts'

/**
 * One read: at most `attempts` requests, and all of them together within the timeout, so that a cycle knows how long it can take.
 * A source that never answers uses the whole time up with its first request. Throws what the last finished attempt threw, or `timeout`.
 */
export async function readWithRetries<Value>(
  read: (signal: AbortSignal) => Promise<Value>,
  limits: SourceLimits,
  random: () => number,
  stop: AbortSignal,
): Promise<Value> {
  let lastError: unknown = null
  const deadline = timeout(limits.timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: true })
  // The deadline's timer keeps the process alive while this waits, so the pause between attempts need not.
  const persistence = retry(handleWhen(isTransient), {
    maxAttempts: limits.attempts - 1,
    backoff: new DelegateBackoff<IRetryBackoffContext<unknown>>(({ attempt }) => retryWait(attempt, random(), limits)),
  }).dangerouslyUnref()
  const attempt = async (signal: AbortSignal): Promise<Value> => {
    // A retry whose time has come after the deadline asks nobody.
    signal.throwIfAborted()
    try {
      return await read(signal)
    } catch (error) {
      if (!signal.aborted) lastError = error
      throw error
    }
  }
  try {
    return await deadline.execute(({ signal }) => persistence.execute(({ signal: inner }) => attempt(inner), signal), stop)
  } catch (error) {
    if (!(error instanceof TaskCancelledError)) throw error
    if (lastError instanceof SourceError) throw lastError
    throw new SourceError('timeout', `No answer within ${limits.timeoutMs / 1_000} seconds.`, { cause: error })
  }
}
