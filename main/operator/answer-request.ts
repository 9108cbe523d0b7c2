import { z } from 'zod'
import { OperatorError } from '../domain/operator-error.ts'
import type { Logger } from '../ports/logger.ts'
import type { InvokeName } from '../../shared/ipc/channels.ts'
import { contract, type Envelope, type Handlers } from '../../shared/ipc/contract.ts'

/**
 * Parses what came over a bridge, runs its handler, parses the answer. Both hosts use it, so a request means the same over IPC and HTTP.
 * It never throws: what nobody foresaw is logged, and the caller learns only that it happened.
 */
export async function answerRequest(handlers: Handlers, name: InvokeName, input: unknown, logger: Logger): Promise<Envelope<unknown>> {
  const { input: inputSchema, output: outputSchema } = contract[name]
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) {
    logger.warning('request_malformed', { channel: name, problem: z.prettifyError(parsed.error) })
    return refusal('malformed_input', `The request ${name} was not understood. Restart the application; if it happens again, report it.`)
  }
  try {
    // The contract ties each name to its input; indexing by a union of names loses that tie, and the line above has just checked it.
    const handler = handlers[name] as (input: unknown) => unknown
    return { ok: true, value: outputSchema.parse(await handler(parsed.data)) }
  } catch (error) {
    if (error instanceof OperatorError) return refusal(error.code, error.message)
    logger.error('request_failed', { channel: name, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    return refusal('failed', 'That did not work, and the reason was not foreseen. The log has the particulars.')
  }
}

function refusal(code: string, message: string): Envelope<never> {
  return { ok: false, error: { code, message } }
}
