import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { AdviceRequest } from '../../ports/capture-adviser.ts'
import { claudeAnswerSchema, readAnswer, type ReadAnswer } from './claude-answer.ts'
import { claudeRefusal } from './claude-refusal.ts'
import { instructions, promptOf } from './prompt.ts'

export type ClaudeService = {
  readonly apiKey: string
  readonly model: string
  /** null for the service's own. */
  readonly baseUrl: string | null
  readonly timeoutMs: number
  readonly clock: Pick<Clock, 'now'>
}

/** Tokens, as the service bills them. */
export type ClaudeUsage = { readonly input: number; readonly output: number }

/** Room for an answer with many segments; a longer one is cut off, and is none. */
const longestAnswer = 4_096

const { $schema: _, ...answerShape } = z.toJSONSchema(claudeAnswerSchema)

/** One request. A refusal or an answer that cannot be used is an answer, not an outage; an outage throws SourceError. */
export async function askClaude(
  { apiKey, baseUrl, clock, model, timeoutMs }: ClaudeService,
  request: AdviceRequest,
  signal: AbortSignal,
): Promise<{ readonly answer: ReadAnswer; readonly usage: ClaudeUsage }> {
  // 15 MB, and most who capture have no key.
  const { APIError, default: Anthropic } = await import('@anthropic-ai/sdk')
  const client = new Anthropic({
    apiKey,
    // All said here, so that the SDK looks for nothing in the environment: not for another address, another key, or a log that would show bodies.
    authToken: null,
    baseURL: baseUrl ?? 'https://api.anthropic.com',
    logLevel: 'off',
    openTelemetry: false,
    maxRetries: 0,
    timeout: timeoutMs,
  })
  try {
    const message = await client.messages.create(
      {
        model,
        max_tokens: longestAnswer,
        system: instructions,
        messages: [{ role: 'user', content: promptOf(request) }],
        output_config: { format: { type: 'json_schema', schema: answerShape } },
      },
      { signal },
    )
    const { content, stop_reason: stopReason, usage } = messageSchema.parse(message)
    const output = content.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('')
    return { answer: read(stopReason, output, request.text), usage: { input: usage.input_tokens, output: usage.output_tokens } }
  } catch (error) {
    if (error instanceof APIError) throw claudeRefusal(error, clock.now())
    // No cause: what the library says of a body may quote it.
    throw new SourceError('malformed', 'Claude gave an answer that could not be understood.')
  }
}

/** The SDK checks nothing of what it hands on. */
const messageSchema = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullable(),
  usage: z.object({ input_tokens: z.number().nonnegative(), output_tokens: z.number().nonnegative() }),
})

function read(stopReason: string | null, output: string, text: string): ReadAnswer {
  if (stopReason === 'refusal') return { kind: 'unusable', reason: 'Claude declined to sort this text.' }
  if (stopReason === 'max_tokens') return { kind: 'unusable', reason: 'Claude’s answer was cut off.' }
  return readAnswer(output, text)
}
