// `npm run screenshots [NAME…] [-- --to FOLDER]`: draws every screen in both themes from the sample data over the real operator, into
// docs/screenshots or another folder.
import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isPinnedNode, root } from './pinned-node.mjs'

/** Minutes after 9:05 at which the operator looked; the sample came at the first. */
const worlds = { morning: [-53, 0, 4], evening: [-53, 0, 815], later: [-53, 0, 2880, 2884] }

const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const click = (page, role, name) => page.getByRole(role, { name }).first().click()

/** A file's name, where it is taken, what is waited for, and what is done there first. */
const shots = [
  { name: 'inbox', path: 'inbox', wait: 'option', act: ({ page }) => press(page, 'j') },
  {
    name: 'inbox-held',
    path: 'inbox',
    world: 'evening',
    wait: 'option',
    act: async ({ page }) => {
      await click(page, 'radio', /^Held back/)
      await page.getByText('Why you were not told').waitFor()
    },
  },
  { name: 'inbox-empty', path: 'inbox', world: 'empty', wait: 'button', skipFirstRun: true },
  {
    name: 'inbox-error',
    path: 'inbox',
    wait: 'option',
    act: async ({ page, refuse }) => {
      await refuse('alerts:list', 'The disk is full: free some space, then try again.')
      await page.reload()
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    },
  },
  {
    name: 'away',
    path: 'tasks',
    wait: 'checkbox',
    act: async ({ page, away }) => {
      await away(true)
      await page
        .getByText(/does not answer/)
        .first()
        .waitFor()
    },
  },
  { name: 'tasks', path: 'tasks/sample-task-1', wait: 'complementary' },
  { name: 'promises', path: 'promises', wait: 'checkbox', act: ({ page }) => click(page, 'button', /^date night/i) },
  { name: 'health', path: 'health', wait: 'slider' },
  { name: 'health-stale', path: 'health', world: 'later', wait: 'slider' },
  { name: 'health-empty', path: 'health', world: 'empty', wait: 'heading', skipFirstRun: true },
  { name: 'health-table', path: 'health', wait: 'slider', act: ({ page }) => click(page, 'button', 'Readiness as a table') },
  { name: 'patterns', path: 'patterns', wait: 'meter' },
  { name: 'captures', path: 'captures', wait: 'listitem', act: ({ page }) => press(page, 'j') },
  {
    name: 'captures-history',
    path: 'captures',
    wait: 'listitem',
    act: async ({ page }) => {
      await click(page, 'radio', 'All')
      await click(page, 'button', /the ring taught me/)
      await page.getByText('Every answer it was given').waitFor()
    },
  },
  { name: 'journal', path: 'journal', wait: 'listitem' },
  { name: 'status', path: 'status', wait: 'table' },
  { name: 'settings', path: 'settings/health', wait: 'switch' },
  { name: 'settings-general', path: 'settings/general', wait: 'switch' },
  { name: 'settings-channels', path: 'settings/channels', wait: 'switch' },
  { name: 'settings-capture', path: 'settings/capture', wait: 'switch' },
  {
    name: 'settings-data',
    path: 'settings/data',
    wait: 'button',
    act: ({ page }) =>
      page
        .getByText(/Back up/)
        .first()
        .waitFor(),
  },
  { name: 'connections', path: 'settings/sources', wait: 'article' },
  { name: 'palette', path: 'inbox', wait: 'option', act: ({ page }) => press(page, 'Control+k') },
  { name: 'keys', path: 'captures', wait: 'listitem', act: ({ page }) => press(page, '?') },
  { name: 'panel', window: 'panel', wait: 'checkbox', width: 380, height: 560 },
  {
    name: 'capture-writing',
    window: 'capture',
    wait: 'textbox',
    width: 620,
    height: 150,
    fit: true,
    act: async ({ page }) => {
      await page.keyboard.type('told Priya she would have the deck by Thursday')
      await page.getByRole('img', { name: 'Date' }).waitFor()
    },
  },
  {
    name: 'capture-saved',
    window: 'capture',
    wait: 'textbox',
    width: 620,
    height: 150,
    fit: true,
    act: async ({ page }) => {
      await page.keyboard.type('Call the plumber tomorrow at 9')
      await press(page, 'Enter')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
  },
  { name: 'first-run', world: 'empty', wait: 'button' },
]

async function openWorld(name) {
  const { livedInOperator, sampleOperator } = await import('../../tests/support/window/sample-operator.ts')
  return name === 'empty' ? sampleOperator({ empty: true }) : livedInOperator(worlds[name])
}

/** Larger letters, as a person sets them in the system: one rem is so many times its usual sixteen pixels. */
function enlarge(by) {
  document.addEventListener('DOMContentLoaded', () => {
    document.documentElement.style.fontSize = `${by * 16}px`
  })
}

async function take(browser, openPage, shot, theme, { folder, width, height, scale, contrast }) {
  const world = await openWorld(shot.world ?? 'morning')
  const size = { width: shot.width ?? width, height: shot.height ?? height }
  const open = await openPage(browser, world, { window: shot.window, at: shot.path, theme, ...size })
  const { page } = open
  await page.addInitScript(enlarge, scale)
  await page.emulateMedia({ contrast: contrast ? 'more' : 'no-preference' })
  if (shot.skipFirstRun) await page.evaluate(() => localStorage.setItem('shown-in', 'yes'))
  if (shot.skipFirstRun || scale !== 1) await page.reload()
  await page.getByRole(shot.wait).first().waitFor()
  await shot.act?.(open)
  if (shot.fit) await page.setViewportSize({ ...size, height: await page.evaluate(heightOfContent) })
  await page.evaluate(() => document.fonts.ready)
  // The stream of events keeps the network busy for good: a moment is what it takes to draw.
  await page.waitForTimeout(400)
  const file = join(folder, `${shot.name}-${theme}.png`)
  await page.screenshot({ path: file })
  console.log(relative(process.cwd(), file))
  await open.close()
  await world.close()
}

/** As tall as what is in it, as the desktop makes that window. */
function heightOfContent() {
  return Math.ceil(document.querySelector('main').firstElementChild.nextElementSibling.getBoundingClientRect().height)
}

async function draw() {
  const { values, positionals: only } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string', default: join(root, 'docs', 'screenshots') },
      theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
      width: { type: 'string', default: '1080' },
      height: { type: 'string', default: '720' },
      scale: { type: 'string', default: '1' },
      contrast: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
    },
  })
  const { buildApplication } = await import('../../tests/support/built-application.ts')
  const { chromiumPath, openBrowser, openPage } = await import('../../tests/support/window/open-window.ts')
  if (chromiumPath === undefined) {
    console.error('There is no Chromium here. Install one, or name it in CHROMIUM, then run this again.')
    return 1
  }
  const folder = resolve(values.to)
  mkdirSync(folder, { recursive: true })
  if (!values.built) buildApplication()
  const browser = await openBrowser()
  const failed = []
  const size = {
    folder,
    width: Number(values.width),
    height: Number(values.height),
    scale: Number(values.scale),
    contrast: values.contrast,
  }
  for (const shot of shots) {
    if (only.length > 0 && !only.includes(shot.name)) continue
    for (const theme of values.theme) {
      await take(browser, openPage, shot, theme, size).catch((error) => failed.push(`${shot.name}, ${theme}: ${error.message}`))
    }
  }
  await browser.close()
  for (const line of failed) console.error(line)
  return failed.length === 0 ? 0 : 1
}

if (isPinnedNode()) process.exit(await draw())
