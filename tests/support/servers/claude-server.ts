import { onTestFinished } from 'vitest'
import { HttpServer, sendJson, type Answer } from './http-server.ts'

/** One of the answers of the Messages API. */
export const claudeAnswers = {
  /** A finished message whose text is this document. */
  says: (document: unknown, usage = { input_tokens: 1_000, output_tokens: 100 }): Answer =>
    claudeAnswers.stopped('end_turn', JSON.stringify(document), usage),
  stopped:
    (stopReason: string, text: string, usage = { input_tokens: 1_000, output_tokens: 100 }): Answer =>
    (_, response) =>
      sendJson(response, 200, {
        id: 'msg_01',
        type: 'message',
        role: 'assistant',
        model: 'claude-haiku-5-5',
        content: [{ type: 'text', text }],
        stop_reason: stopReason,
        stop_sequence: null,
        usage,
      }),
  fails:
    (status: number, type: string, headers: Readonly<Record<string, string>> = {}): Answer =>
    (seen, response) =>
      // As some proxies do, it quotes the key it was sent.
      sendJson(response, status, { type: 'error', error: { type, message: `No: ${String(seen.headers.authorization)}` } }, headers),
  hangs: (): Answer => () => {},
} as const

/** What the schema wants, but for what is given. */
export function claudeSays(given: Readonly<Record<string, unknown>>): Answer {
  const extracted = { title: '', person: null, client: null, priority: null, effort_minutes: null }
  return claudeAnswers.says({ class: 'thinking', confidence: 0.9, reason: 'It sounds so.', ...extracted, segments: [], ...given })
}

/** A Messages API on 127.0.0.1, stopped after the test. */
export async function claudeServer(answer: Answer): Promise<HttpServer> {
  const server = await new HttpServer(answer).start()
  onTestFinished(() => server.stop())
  return server
}
