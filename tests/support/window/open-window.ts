import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { servePages } from './page-server.ts'
import type { PageServer } from './page-server.ts'

const run = promisify(execFile)
const folder = resolve('out/test-renderer')

/** Where Debian and others put it; `CHROMIUM` names another. */
export const chromiumPath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

/** Builds the pages, in a process of its own: what a build takes in memory would count as the operator's, which minds its own. */
export async function buildPages(): Promise<void> {
  const vite = resolve('node_modules/vite/bin/vite.js')
  await run(process.execPath, [vite, 'build', '--config', 'renderer.config.ts', '--outDir', folder, '--logLevel', 'error'])
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
}

export type OpenPage = {
  readonly page: Page
  readonly server: PageServer
  /** What the page's console complained of: a violated policy, a failed request, a warning of React. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** One page in a context of its own, over a server of its own. */
export async function openPage(
  browser: Browser,
  handlers: Handlers,
  options: { readonly path?: string; readonly theme?: 'light' | 'dark'; readonly width?: number; readonly height?: number } = {},
): Promise<OpenPage> {
  const server = await servePages(folder, handlers)
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1080, height: options.height ?? 720 },
    colorScheme: options.theme ?? 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.url + (options.path ?? '/index.html'))
  return {
    page,
    server,
    complaints,
    close: async () => {
      await context.close()
      await server.close()
    },
  }
}
