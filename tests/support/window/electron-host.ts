import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { InvokeName } from '../../../shared/ipc/channels.ts'
import { buildApplication } from '../built-application.ts'
import { electronProgram } from '../desktop/electron-program.ts'
import { pageAt } from '../desktop/page-at.ts'
import { launchDesktopApp } from '../desktop/start-desktop-app.ts'
import type { DesktopApp } from '../desktop/start-desktop-app.ts'
import { complaintsOf } from './complaints.ts'
import { patience, shownIn } from './open-window.ts'
import { morning, prepareFolders } from './prepared-folders.ts'
import type { OpenOptions, WindowHost } from './window-host.ts'

const program = electronProgram()

/** The built desktop application, started anew for each window. */
export const electronHost: WindowHost = {
  name: 'Electron',
  missing: program.ok ? null : program.reason,
  start: async () => {
    buildApplication()
    const folders = await prepareFolders()
    return {
      open: async (options = {}) => {
        const folder = folders.copy(options)
        const desktop = await launchDesktopApp(
          folder.path,
          ['--data', folder.dataFolder, '--config', folder.configFile, '--now', new Date(morning).toISOString()],
          ownerless(folder.path),
        )
        try {
          const page = await pageOf(desktop, options)
          return {
            page,
            ask: (name, input) => ask(page, name, input),
            refuse: (name, words) => answerInstead(desktop, name, words),
            allow: (name) => answerInstead(desktop, name, null),
            away: () => Promise.reject(new Error('In the desktop application the window and its operator are one program.')),
            saved: (act) => savedFile(desktop, folder.path, act),
            complaints: complaintsOf(page),
            close: async () => {
              const status = await desktop.quit()
              folder.remove()
              if (status !== 0) throw new Error(`The application ended with ${String(status)}.`)
            },
          }
        } catch (error) {
          desktop.kill()
          throw error
        }
      },
      close: async () => folders.remove(),
    }
  },
}

/** Without a session bus there is no keychain and no desktop to notify: nothing of whoever runs the test is touched. */
function ownerless(folder: string): NodeJS.ProcessEnv {
  const { DBUS_SESSION_BUS_ADDRESS: _, ...environment } = process.env
  // LANGUAGE is what Chromium's own Linux builds go by for the language of pages.
  return { ...environment, HOME: folder, XDG_RUNTIME_DIR: folder, LANGUAGE: 'en_GB' }
}

async function pageOf(desktop: DesktopApp, options: OpenOptions): Promise<Page> {
  const { window = 'main', at, isNewcomer = true, theme = 'light', width = 1080, height = 720 } = options
  const page = window === 'capture' ? await captureWindow(desktop) : await desktop.window()
  page.setDefaultTimeout(patience)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  if (window === 'capture') return page
  await page.setViewportSize({ width, height })
  if (!isNewcomer) {
    await page.evaluate(shownIn)
    await page.reload()
  }
  // The panel's own window hides as soon as it loses the focus, which no test could keep: its page is shown in the main window.
  if (window === 'panel') await page.goto(new URL('panel.html', page.url()).href)
  else if (at !== undefined) await page.evaluate((hash) => (location.hash = hash), `#/${at}`)
  return page
}

/** Shown as by starting the program a second time with --capture. */
async function captureWindow({ app }: DesktopApp): Promise<Page> {
  const page = await pageAt(app, 'capture')
  await page.getByRole('textbox').waitFor({ state: 'attached' })
  await app.evaluate(({ app }) => void app.emit('second-instance', {}, ['--capture']))
  return page
}

type Bridge = {
  readonly thanos: { readonly invoke: Readonly<Record<string, (input: unknown) => Promise<Answer>>> }
}
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly message: string } }
  | undefined

const ask = async (page: Page, name: InvokeName, input: unknown): Promise<never> => {
  // The bridge is the preload's; this side of the test knows nothing of it.
  const answer = await page.evaluate((asked) => (window as unknown as Bridge).thanos.invoke[asked.name]?.(asked.input), { name, input })
  if (answer?.ok !== true) throw new Error(answer?.error.message ?? `There is no request ${name}.`)
  // The main process parsed it by the contract of this name.
  return answer.value as never
}

/** Stands before one handler of the main process, or steps aside again. Electron has no public way to ask for a handler, so its own map is used. */
function answerInstead({ app }: DesktopApp, name: InvokeName, words: string | null): Promise<void> {
  return app.evaluate(
    ({ ipcMain }, wanted) => {
      type Handler = (...args: readonly unknown[]) => unknown
      const { _invokeHandlers: handlers } = ipcMain as unknown as { readonly _invokeHandlers: Map<string, Handler & { behind?: Handler }> }
      const present = handlers.get(wanted.name)
      const behind = present?.behind ?? present
      if (behind === undefined) throw new Error(`Nothing answers ${wanted.name}.`)
      const refusal = { ok: false, error: { code: 'refused', message: wanted.words } }
      handlers.set(wanted.name, wanted.words === null ? behind : Object.assign(() => refusal, { behind }))
    },
    { name, words },
  )
}

/** Where a person would be asked for a place, the file goes into the test's folder. */
async function savedFile({ app }: DesktopApp, folder: string, act: () => Promise<void>) {
  const path = join(folder, 'saved')
  const saving = await app.evaluateHandle(({ session }, to) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(to)
      item.once('done', () => resolve(item.getFilename()))
    })
    return { promise }
  }, path)
  await act()
  const name = await saving.evaluate(({ promise }) => promise)
  return { name, text: readFileSync(path, 'utf8') }
}
