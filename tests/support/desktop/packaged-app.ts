import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { folderFlags } from './start-desktop-app.ts'

export type PackagedApp = {
  readonly process: ChildProcess
  readonly page: Page
  readonly browser: Browser
  /** What it wrote to its standard error. */
  readonly output: () => string
  /** Ends it as the system does; the answer is the exit status. */
  readonly end: () => Promise<number | null>
}

/** Starts the packaged program and drives it over the browser's own protocol: its inspector is closed, as in a release. */
export async function startPackagedApp(
  installed: string,
  folder: string,
  environment: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
): Promise<PackagedApp> {
  const port = await freePort()
  const child = spawn(
    join(installed, 'thanos-operator'),
    ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${String(port)}`, ...folderFlags(folder), ...flags],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const listening = new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (chunk: string) => {
      output += chunk
      const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The packaged program ended with ${String(code)}: ${output}`)))
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const browser = await connect(await listening)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The packaged program has no page.')
  const page = await mainPage(context)
  return {
    process: child,
    page,
    browser,
    output: () => output,
    end: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** The capture window's page stands beside it, and either may come first. */
function mainPage(context: BrowserContext): Promise<Page> {
  const address = /\/index\.html/
  const there = context.pages().map(async (page) => {
    await page.waitForURL(address)
    return page
  })
  return Promise.any([...there, context.waitForEvent('page', (page) => address.test(page.url()))])
}

/** A connection that meets the first window half made waits for ever; the next one finds it whole. */
async function connect(address: string, attempts = 4): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 5_000 })
  } catch (error) {
    if (attempts <= 1) throw error
    return connect(address, attempts - 1)
  }
}

/** The archive's own list of files, without its data. */
export function archivedFiles(installed: string): readonly string[] {
  const archive = readFileSync(join(installed, 'resources', 'app.asar'))
  const header: unknown = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)))
  return [...namesIn(header, '')]
}

function* namesIn(node: unknown, path: string): Generator<string> {
  const files = typeof node === 'object' && node !== null && 'files' in node ? node.files : undefined
  if (typeof files !== 'object' || files === null) {
    yield path
    return
  }
  for (const [name, child] of Object.entries(files)) yield* namesIn(child, `${path}/${name}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}
