// `npm run screenshots`: draws every screen in both themes from the sample data over the real operator, into docs/screenshots.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPinnedNode, root } from './pinned-node.mjs'

/** A file's name, where it is taken, and what is done there first. */
const shots = [
  { name: 'inbox', path: '/index.html#/inbox', wait: 'option', keys: ['j'] },
  { name: 'tasks', path: '/index.html#/tasks/sample-task-1', wait: 'complementary' },
  { name: 'promises', path: '/index.html#/promises', wait: 'checkbox', open: /^date night/i },
  { name: 'health', path: '/index.html#/health', wait: 'slider' },
  { name: 'patterns', path: '/index.html#/patterns', wait: 'meter' },
  { name: 'journal', path: '/index.html#/journal', wait: 'listitem' },
  { name: 'status', path: '/index.html#/status', wait: 'table' },
  { name: 'settings', path: '/index.html#/settings/health', wait: 'switch' },
  { name: 'connections', path: '/index.html#/settings/sources', wait: 'article' },
  { name: 'palette', path: '/index.html#/inbox', wait: 'option', keys: ['Control+k'] },
  { name: 'keys', path: '/index.html#/inbox', wait: 'option', keys: ['?'] },
  { name: 'panel', path: '/panel.html', wait: 'checkbox', width: 380, height: 560 },
  { name: 'first-run', path: '/index.html', wait: 'button', empty: true },
]

async function draw() {
  const { buildPages, chromiumPath, openBrowser, openPage } = await import('../../tests/support/window/open-window.ts')
  const { sampleOperator } = await import('../../tests/support/window/sample-operator.ts')
  if (chromiumPath === undefined) {
    console.error('There is no Chromium here. Install one, or name it in CHROMIUM, then run this again.')
    return 1
  }
  const only = process.argv.slice(2)
  const folder = join(root, 'docs', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await buildPages()
  const browser = await openBrowser()
  for (const shot of shots) {
    if (only.length > 0 && !only.includes(shot.name)) continue
    for (const theme of ['light', 'dark']) {
      const sample = await sampleOperator({ empty: shot.empty === true })
      const { width = 1080, height = 720 } = shot
      const open = await openPage(browser, sample.operator.handlers, { path: shot.path, theme, width, height })
      await open.page.getByRole(shot.wait).first().waitFor()
      if (shot.open !== undefined) await open.page.getByRole('button', { name: shot.open }).click()
      for (const key of shot.keys ?? []) await open.page.keyboard.press(key)
      await open.page.evaluate(() => document.fonts.ready)
      await open.page.waitForLoadState('networkidle').catch(() => undefined)
      // The stream of events keeps the network busy for good: a moment is what it takes to draw.
      await open.page.waitForTimeout(400)
      await open.page.screenshot({ path: join(folder, `${shot.name}-${theme}.png`) })
      await open.close()
      await sample.close()
      console.log(`docs/screenshots/${shot.name}-${theme}.png`)
    }
  }
  await browser.close()
  return 0
}

if (isPinnedNode()) process.exit(await draw())
