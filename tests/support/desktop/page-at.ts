import type { ElectronApplication, Page } from 'playwright-core'

/** The page of a window (`index`, `panel`, `capture`) once it has come there: a window that is announced may not have an address yet. */
export function pageAt(app: ElectronApplication, name: string): Promise<Page> {
  return new Promise((resolve) => {
    const follow = (page: Page): void => {
      const isThere = ({ pathname }: URL) => pathname === `/${name}.html`
      page.waitForURL(isThere, { waitUntil: 'commit', timeout: 0 }).then(
        () => resolve(page),
        // Closed before it came there.
        () => undefined,
      )
    }
    app.on('window', follow)
    for (const page of app.windows()) follow(page)
  })
}
