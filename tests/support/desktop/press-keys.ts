import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { pageAt } from './page-at.ts'
import type { DesktopApp } from './start-desktop-app.ts'

/** Whether this machine can press keys as a person does: an X display and xdotool. */
export function canPressKeys(): boolean {
  return Boolean(process.env['DISPLAY']) && spawnSync('xdotool', ['version']).status === 0
}

/** Real keys through X; `keys` as xdotool names them, e.g. `ctrl+shift+space`. */
export function pressKeys(...keys: readonly string[]): void {
  xdotool('key', '--clearmodifiers', ...keys)
}

export function typeText(text: string): void {
  xdotool('type', '--clearmodifiers', '--delay', '4', text)
}

function xdotool(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('xdotool', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`xdotool ${args[0] ?? ''} ended with ${String(status)}: ${stderr}`)
}

/** The capture window's page, made in idle after the start. */
export async function capturePage(desktop: DesktopApp): Promise<Page> {
  const page = await pageAt(desktop.app, 'capture')
  await page.getByRole('textbox', { name: 'A thought' }).waitFor({ state: 'attached' })
  return page
}

/** Waits until the key is the application's. */
export async function hotkeyBound(desktop: DesktopApp, accelerator: string): Promise<void> {
  const isBound = () => desktop.app.evaluate(({ globalShortcut }, key) => globalShortcut.isRegistered(key), accelerator)
  while (!(await isBound()));
}

/** What of this application has the focus of the desktop: the page's name, or null. Asked of the system: a driven page always believes that it has it. */
export function focusedPage(desktop: DesktopApp): Promise<string | null> {
  return desktop.app.evaluate(({ BrowserWindow }) => {
    const url = BrowserWindow.getFocusedWindow()?.webContents.getURL()
    return url === undefined ? null : (/(\w+)\.html/.exec(url)?.[1] ?? null)
  })
}

/**
 * Milliseconds from the moment the key is sent (the start of xdotool itself is in it) until the desktop has given the window the focus and the
 * page has answered that its text field has it. The window must be hidden before.
 */
export async function hotkeyToFocus(desktop: DesktopApp, keys: string): Promise<number> {
  const listening = await desktop.app.evaluateHandle(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/capture.html'))
    if (window === undefined) throw new Error('There is no capture window.')
    const focused = new Promise<number>((resolve, reject) => {
      window.once('focus', () => {
        const ask = window.webContents.executeJavaScript('document.activeElement.tagName') as Promise<unknown>
        ask.then((tag) => (tag === 'TEXTAREA' ? resolve(Date.now()) : reject(new Error(`${String(tag)} has the focus`))), reject)
      })
    })
    return { focused }
  })
  const pressed = Date.now()
  pressKeys(keys)
  return (await listening.evaluate(({ focused }) => focused)) - pressed
}
