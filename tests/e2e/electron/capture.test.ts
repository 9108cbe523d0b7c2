import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReader } from '../../../main/store/database.ts'
import { electronProgram } from '../../support/desktop/electron-program.ts'
import {
  canPressKeys,
  capturePage,
  focusedPage,
  hotkeyBound,
  hotkeyToFocus,
  pressKeys,
  typeText,
} from '../../support/desktop/press-keys.ts'
import { buildApplication } from '../../support/built-application.ts'
import { startDesktopApp, type DesktopApp } from '../../support/desktop/start-desktop-app.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = electronProgram()
const hotkey = 'ctrl+shift+space'

describe('the capture window on the desktop', () => {
  let running: DesktopApp | null = null
  const start = async (configuration = '', flags = ['--hidden']): Promise<DesktopApp> => {
    running = await startDesktopApp(temporaryFolder(), flags, configuration)
    return running
  }

  beforeAll(() => {
    if (program.ok) buildApplication()
  })
  beforeEach((context) => {
    if (!program.ok) context.skip(program.reason)
    if (!canPressKeys()) context.skip('there is nothing here to press keys with (xdotool)')
  })
  afterEach(() => {
    running?.kill()
    running = null
  })

  it('opens by its key, takes what is typed, and has it in the database at once', async () => {
    const desktop = await start()
    const page = await capturePage(desktop)
    await hotkeyBound(desktop, 'Control+Shift+Space')
    expect(await isShown(desktop)).toBe(false)
    const first = await hotkeyToFocus(desktop, hotkey)
    typeText('Buy oat milk')
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Buy oat milk')
    pressKeys('Return')
    await page.getByRole('status').getByText('Undo').or(page.getByText('Type to write the next one')).waitFor()
    expect(texts(desktop)).toEqual(['Buy oat milk'])
    pressKeys('Escape')
    await expect.poll(() => isShown(desktop)).toBe(false)
    const again = await hotkeyToFocus(desktop, hotkey)
    process.stdout.write(`hotkey to a focused input: ${first.toFixed(0)} ms the first time, ${again.toFixed(0)} ms the next\n`)
    expect(await desktop.quit()).toBe(0)
  })

  it('keeps the draft when it is put away, and shows over whatever is in front', async () => {
    const desktop = await start()
    const page = await capturePage(desktop)
    await hotkeyBound(desktop, 'Control+Shift+Space')
    await hotkeyToFocus(desktop, hotkey)
    typeText('half a thou')
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('half a thou')
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.isAlwaysOnTop())).toBe(true)
    pressKeys('Escape')
    await expect.poll(() => isShown(desktop)).toBe(false)
    await hotkeyToFocus(desktop, hotkey)
    typeText('ght')
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('half a thought')
    expect(texts(desktop)).toEqual([])
    pressKeys(hotkey)
    await expect.poll(() => isShown(desktop)).toBe(false)
  })

  it('gives the focus back to the window that had it', async () => {
    const desktop = await start('', [])
    const window = await desktop.window()
    await capturePage(desktop)
    await hotkeyBound(desktop, 'Control+Shift+Space')
    await window.getByRole('link', { name: 'Inbox' }).waitFor()
    await expect.poll(() => focusedPage(desktop)).toBe('index')
    await hotkeyToFocus(desktop, hotkey)
    expect(await focusedPage(desktop)).toBe('capture')
    pressKeys('Escape')
    await expect.poll(() => focusedPage(desktop)).toBe('index')
  })

  it('refuses a key that another program has, keeps the old one, and moves to a free one without a restart', async () => {
    const desktop = await start('', [])
    const window = await desktop.window()
    await capturePage(desktop)
    await hotkeyBound(desktop, 'Control+Shift+Space')
    // The window manager itself has this one.
    const taken = { path: 'capture.hotkey', value: 'Alt+Tab' }
    const said = [await ask(window, 'settings:validate', taken), await ask(window, 'settings:set', taken)]
    expect(said).toMatchObject([
      { ok: true, value: { problem: expect.stringContaining('Control+Shift+Space stays') as string } },
      { ok: false, error: { code: 'refused' } },
    ])
    await hotkeyToFocus(desktop, hotkey)
    pressKeys('Escape')
    await expect.poll(() => isShown(desktop)).toBe(false)
    const free = { path: 'capture.hotkey', value: 'Control+Alt+K' }
    await ask(window, 'settings:set', free)
    await hotkeyBound(desktop, 'Control+Alt+K')
    await hotkeyToFocus(desktop, 'ctrl+alt+k')
  })
})

type Bridge = { readonly thanos: { readonly invoke: Readonly<Record<string, (input: unknown) => Promise<unknown>>> } }

/** One request of a page, as its own code would make it. */
function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  // The bridge is the preload's; this side of the test knows nothing of it.
  return page.evaluate((asked) => (window as unknown as Bridge).thanos.invoke[asked.name]?.(asked.input), { name, input })
}

function isShown({ app }: DesktopApp): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((each) => each.webContents.getURL().includes('/capture.html') && each.isVisible()),
  )
}

function texts(desktop: DesktopApp): readonly string[] {
  const reader = openReader(join(desktop.folder, 'data', 'operator.db'))
  try {
    return reader.all<{ readonly text: string }>('SELECT text FROM captures').map(({ text }) => text)
  } finally {
    reader.close()
  }
}
