import type { IncomingMessage } from 'node:http'

/** Bytes of a request's body where nothing else is said; the largest real one is a pasted capture. */
const usualMost = 1_000_000

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly reason: string }

/**
 * Reads a bounded JSON body. A body that is too large is refused as soon as that is known, not read to its end; the connection stays open for the words that
 * say so, and whoever answers closes it.
 */
export async function readJsonBody(request: IncomingMessage, mostBytes = usualMost): Promise<Body> {
  const tooLarge = { ok: false, status: 413, reason: `A body has at most ${mostBytes} bytes.` } as const
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer // a request without an encoding set gives buffers
    size += bytes.length
    if (size > mostBytes) return tooLarge
    chunks.push(bytes)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, status: 400, reason: 'The body is not JSON.' }
  }
}
