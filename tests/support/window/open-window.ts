import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { startHttpServer } from '../../../main/headless/http/http-server.ts'
import type { Operator } from '../../../main/operator/operator.ts'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { builtPages } from '../built-application.ts'
import { silentLogger } from '../silent-logger.ts'
import { complaintsOf } from './complaints.ts'
import type { OpenOptions, OpenWindow } from './window-host.ts'

/** Where Debian and others put it; `CHROMIUM` names another. */
export const chromiumPath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
}

/** As long as a busy machine may need; a page that has not come by then will not. */
export const patience = 10_000

export type OpenPage = Pick<OpenWindow, 'page' | 'complaints' | 'refuse' | 'allow' | 'away' | 'close'>

/** The pages as they are served beside a headless operator, in a browser of their own that has signed in; the operator is the caller's. */
export async function openPage(
  browser: Browser,
  served: { readonly operator: Operator; readonly dataFolder: string },
  options: Pick<OpenOptions, 'window' | 'at' | 'isNewcomer' | 'theme' | 'width' | 'height'> = {},
): Promise<OpenPage> {
  const serve = (port: number) =>
    startHttpServer({ ...served, pages: builtPages, port, now: createSystemClock().now, logger: silentLogger })
  let http = await serve(0)
  const token = readFileSync(http.tokenFile, 'utf8').trim()
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1080, height: options.height ?? 720 },
    colorScheme: options.theme ?? 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const origin = `http://127.0.0.1:${http.port}`
  // What the page behind the link does, without loading that page each time.
  const code = new URL(http.oneTimeLink()).hash.slice(1)
  await context.request.post(`${origin}/session`, { data: { code }, headers: { 'X-Thanos-Request': '1' } })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  if (options.isNewcomer === false) await page.addInitScript(shownIn)
  const complaints = complaintsOf(page)
  await page.goto(origin + pathOf(options))
  return {
    page,
    complaints,
    refuse: async (name, words) => {
      const answer = { ok: false, error: { code: 'refused', message: words } }
      await page.route(`**/api/${name}`, (route) => route.fulfill({ json: answer }))
    },
    allow: (name) => page.unroute(`**/api/${name}`),
    away: async (isAway) => {
      // Another server knows no browser that an earlier one signed in; the token it knows.
      await context.setExtraHTTPHeaders({ Authorization: `Bearer ${token}` })
      if (isAway) await http.close()
      else http = await serve(http.port)
    },
    close: async () => {
      await context.close()
      await http.close()
    },
  }
}

/** What the window notes when the first run is over; runs in the page. */
export const shownIn = (): void => localStorage.setItem('shown-in', 'yes')

function pathOf({ window = 'main', at }: Pick<OpenOptions, 'window' | 'at'>): string {
  if (window !== 'main') return `/${window}.html`
  return at === undefined ? '/' : `/index.html#/${at}`
}
