import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { commandLineHome, type CommandLineHome } from '../../support/command-line.ts'

let home: CommandLineHome
let running: ChildProcess[] = []
beforeEach(() => {
  home = commandLineHome()
  running = []
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  home.remove()
})

/** Starts it and collects what it says on standard error. */
function start(...args: readonly string[]) {
  const child = home.start(...args)
  running.push(child)
  const said = { text: '' }
  child.stderr?.on('data', (part: Buffer) => (said.text += part.toString()))
  const says = (words: string | RegExp) => vi.waitFor(() => expect(said.text).toMatch(words), { timeout: 20_000, interval: 50 })
  return { child, says, said }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  await once(child, 'exit')
  return child.exitCode
}

describe('thanos run', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('runs until %s and then ends cleanly', async (signal) => {
    const { child, says } = start('run', '--verbose')
    await says('Running as process')
    await says('Checked ')
    expect(home.json('status')).toMatchObject({ pid: child.pid, run_count: 1 })
    child.kill(signal)
    expect(await ended(child)).toBe(0)
    expect(home.json('status')).toMatchObject({ pid: null })
  })

  it('lets one process at a time run cycles, and says which', async () => {
    const { child, says } = start('run', '--verbose')
    await says('Running as process')
    const second = home.thanos('run')
    expect(second.code).toBe(1)
    expect(second.err).toContain(String(child.pid))
    // Everything else works meanwhile.
    expect(home.thanos('task', 'add', 'Call the bank').code).toBe(0)
  })

  it('takes a new configuration on SIGHUP and by itself, and keeps the last good one', async () => {
    const { child, says } = start('run', '--verbose')
    await says('Running as process')
    home.configure('monitors:\n  patterns: { enabled: nonsense }\n')
    child.kill('SIGHUP')
    await says('configuration_rejected')
    expect(child.exitCode).toBeNull()
    home.configure('monitors:\n  patterns: { enabled: false }\n')
    await vi.waitFor(() => expect(home.json('journal', 'list', '--type', 'configuration_changed')).toMatchObject({ entries: [{}] }), {
      timeout: 20_000,
      interval: 200,
    })
  })

  it('serves health to everybody on this machine and figures to those with the token', async () => {
    const { child, says, said } = start('run', '--http', '--port', '0')
    await says(/Serving http:\/\/127\.0\.0\.1:\d+/)
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.text) ?? []
    expect((await fetch(`${address}/metrics`)).status).toBe(401)
    const token = readFileSync(join(home.dataFolder, 'http-token'), 'utf8').trim()
    const metrics = await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    expect(metrics.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  })

  it('begins and ends to serve when the configuration says so, without a new start', async () => {
    const { child, says, said } = start('run', '--verbose')
    await says('Running as process')
    home.thanos('config', 'set', 'http.port', '0')
    home.thanos('config', 'set', 'http.enabled', 'true')
    child.kill('SIGHUP')
    await says(/Serving http:\/\/127\.0\.0\.1:\d+/)
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.text) ?? []
    expect((await fetch(`${address}/health`)).status).toBe(200)
    home.thanos('config', 'set', 'http.enabled', 'false')
    child.kill('SIGHUP')
    await vi.waitFor(() => expect(fetch(`${address}/health`)).rejects.toThrow(), { timeout: 20_000, interval: 100 })
    expect(child.exitCode).toBeNull()
  })

  it('ends where --http cannot have its port, and goes on without where only the configuration wants it', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo // a TCP server that listens has one
    home.configure(`http: { enabled: true, port: ${port} }\n`)
    const refused = home.thanos('run', '--http')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`Port ${port} is in use. Set http.port to another one.`) })
    const { child, says } = start('run', '--verbose')
    await says(`Port ${port} is in use`)
    expect(home.json('status')).toMatchObject({ pid: child.pid })
    expect(child.exitCode).toBeNull()
    await new Promise((resolve) => taken.close(resolve))
  })
})
