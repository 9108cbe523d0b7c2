import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../../operator/host.ts'

/**
 * A new one-time link from the operator that serves this data folder's pages on `port`. Whoever can read the folder's token may ask for one: the browser gets
 * in without the token ever being in its address. Throws OperatorError `failed` or `refused` with what to do.
 */
export async function askForLink({ dataFolder, port }: { readonly dataFolder: string; readonly port: number }): Promise<string> {
  const token = readToken(join(dataFolder, 'http-token'))
  const answer = token === null ? null : await ask(port, token)
  if (answer === null)
    throw new OperatorError(
      'failed',
      `Nothing serves the pages of ${dataFolder} on port ${port}. Start \`thanos run --http\`, or set http.enabled to true; --port says another port.`,
    )
  if (answer.status === 401)
    throw new OperatorError(
      'refused',
      `The operator on port ${port} works on another data folder: it does not know the token of ${dataFolder}.`,
    )
  const body: unknown = answer.ok ? await answer.json().catch(() => null) : null
  if (typeof body !== 'object' || body === null || !('link' in body) || typeof body.link !== 'string')
    throw new OperatorError('failed', `What answers on port ${port} is no Thanos Operator. Set http.port to another one.`)
  return body.link
}

function readToken(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

async function ask(port: number, token: string): Promise<Response | null> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'X-Thanos-Request': '1' }
  try {
    return await fetch(`http://127.0.0.1:${port}/link`, {
      method: 'POST',
      headers,
      body: '{}',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
  } catch {
    return null
  }
}
