import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startHttpServer, type HttpServer } from '../../main/headless/http/http-server.ts'
import { silentLogger } from './silent-logger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { testOperator, type TestOperator } from './test-operator.ts'

export type ServedOperator = TestOperator & { readonly http: HttpServer; readonly token: string }

/** A real operator behind its HTTP server on any free port; both end with the test. */
export async function servedOperator(): Promise<ServedOperator> {
  const test = await testOperator()
  await test.operator.runOnce()
  const pages = temporaryFolder()
  writeFileSync(join(pages, 'index.html'), '<title>Thanos Operator</title>')
  const { operator, clock, folder } = test
  const http = await startHttpServer({
    operator,
    dataFolder: join(folder, 'data'),
    pages,
    port: 0,
    now: () => clock.now(),
    logger: silentLogger,
  })
  onTestFinished(() => http.close())
  return { ...test, http, token: readFileSync(http.tokenFile, 'utf8').trim() }
}

export type RawAnswer = { readonly status: number; readonly text: string }

/** Sends bytes as they are and answers the status line and the rest, once the server has hung up: what fetch would mend, this does not. */
export function rawRequest(port: number, request: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let text = ''
    socket.on('data', (data) => (text += data.toString()))
    // A server that refuses in the middle of a body resets the connection; what it said before counts.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }))
  })
}
