import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReader } from '../../../main/store/database.ts'
import { electronProgram, repository } from '../../support/desktop/electron-program.ts'
import { actOnMainWindow, mainWindow } from '../../support/desktop/main-window.ts'
import { watchNotifications } from '../../support/desktop/notification-watch.ts'
import { buildApplication } from '../../support/built-application.ts'
import { folderFlags, startDesktopApp, thanos, type DesktopApp } from '../../support/desktop/start-desktop-app.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = electronProgram()

/** Minimizes the main window once it has shown itself: the application shows it when its page is ready, which would undo it. */
async function minimized(desktop: DesktopApp): Promise<void> {
  await expect.poll(() => shown(desktop)).toBe(true)
  await expect
    .poll(async () => {
      await actOnMainWindow(desktop, 'minimize')
      return shown(desktop)
    })
    .toBe(false)
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // a TCP server that listens has one
}

const closed = (server: Server) => new Promise((resolve) => server.close(resolve))

/** What the running application takes http.enabled to be. */
async function httpEnabled(desktop: DesktopApp): Promise<unknown> {
  const page = await desktop.window()
  return page.evaluate(async () => {
    // The page's own type for the bridge belongs to the renderer.
    const { thanos } = window as unknown as { thanos: { invoke: Record<string, (input: unknown) => Promise<unknown>> } }
    const answer = (await thanos.invoke['settings:get']?.({})) as { value: { values: { http: { enabled: unknown } } } }
    return answer.value.values.http.enabled
  })
}

describe('the desktop application', () => {
  let running: DesktopApp | null = null
  const start: typeof startDesktopApp = async (...args) => {
    running = await startDesktopApp(...args)
    return running
  }

  beforeAll(() => {
    if (program.ok) buildApplication()
  })
  beforeEach((context) => {
    if (!program.ok) context.skip(program.reason)
  })
  afterEach(() => {
    // One that a failed test left behind.
    running?.kill()
    running = null
  })

  it('starts with a window and a tray, and ends cleanly', async () => {
    const desktop = await start(temporaryFolder())
    const page = await desktop.window()
    await page.getByRole('link', { name: 'Inbox' }).waitFor()
    expect(await trayCount(desktop)).toBe(1)
    expect(await page.evaluate(() => Notification.permission)).toBe('denied')
    expect(await desktop.quit()).toBe(0)
    expect(journalTypes(desktop.folder)).toEqual(expect.arrayContaining(['operator_started', 'operator_stopped']))
    expect(readdirSync(join(desktop.folder, 'data'))).not.toContain('crashes')
  })

  it('serves its pages over HTTP where the configuration asks for it, as it stands now, and writes its log as configured', async () => {
    const folder = temporaryFolder()
    const taken = createServer()
    const takenPort = await listening(taken)
    const free = createServer()
    const freePort = await listening(free)
    await closed(free)
    const log = () => readFileSync(join(folder, 'data', 'logs', 'operator.log'), { encoding: 'utf8', flag: 'a+' })
    const health = (port: number) =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        ({ status }) => status,
        () => 'refused',
      )
    const quiet = 'logging: { level: ERROR, max_bytes: 10485760, backup_count: 5 }\n'
    const desktop = await start(folder, [], `http: { enabled: true, port: ${takenPort} }\n${quiet}`)
    await (await desktop.window()).getByRole('link', { name: 'Inbox' }).waitFor()
    expect(log()).not.toContain('http_not_served')
    thanos(folder, 'config', 'set', 'logging.level', 'WARNING')
    // Off and on again: the port is tried again.
    thanos(folder, 'config', 'set', 'http.enabled', 'false')
    await expect.poll(() => httpEnabled(desktop)).toBe(false)
    thanos(folder, 'config', 'set', 'http.enabled', 'true')
    await expect.poll(log).toContain(`Port ${takenPort} is in use`)
    thanos(folder, 'config', 'set', 'http.port', String(freePort))
    await expect.poll(() => health(freePort)).toBe(200)
    expect(statSync(join(folder, 'data', 'http-token')).mode & 0o777).toBe(0o600)
    thanos(folder, 'config', 'set', 'http.enabled', 'false')
    await expect.poll(() => health(freePort)).toBe('refused')
    thanos(folder, 'config', 'set', 'http.enabled', 'true')
    await expect.poll(() => health(freePort)).toBe(200)
    expect(await desktop.quit()).toBe(0)
    expect(await health(freePort)).toBe('refused')
    await closed(taken)
  })

  it('tells of a bad night once on the desktop, opens it from there, and keeps what was acknowledged', async () => {
    const folder = temporaryFolder()
    const watch = await watchNotifications()
    const desktop = await start(folder)
    const page = await desktop.window()
    importNight(folder)
    await page.evaluate(checkNow)
    await expect
      .poll(() => watch.seen().map((each) => each.title), { timeout: 10_000 })
      .toEqual([expect.stringContaining('Readiness is 41')])
    expect(watch.seen()[0]?.urgency).toBe(2)

    await page.evaluate(checkNow)
    await page.getByRole('option', { name: /Readiness is 41/ }).click()
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await expect.poll(() => alertStates(folder)).toEqual([expect.stringMatching(/^health:readiness:.* acknowledged$/)])
    await expect.poll(() => watch.withdrawn()).toBe(1)
    expect(await desktop.quit()).toBe(0)
    expect(watch.seen().map((each) => each.title)).toEqual([expect.stringContaining('Readiness is 41')])
    watch.stop()
  })

  it('opens the alert when its notification is clicked', async (context) => {
    if (process.env['ELECTRON_RIG'] === undefined)
      context.skip('where the desktop draws its notifications is known on the virtual one only')
    const folder = temporaryFolder()
    const watch = await watchNotifications()
    const desktop = await start(folder)
    const page = await desktop.window()
    importNight(folder)
    await page.evaluate(checkNow)
    await expect.poll(() => watch.seen().length, { timeout: 10_000 }).toBe(1)
    watch.stop()
    await minimized(desktop)
    // The bubble takes a moment to be drawn; a click beside it does nothing.
    await expect
      .poll(() => {
        spawnSync('xdotool', ['mousemove', '1000', '60', 'click', '1'])
        return shown(desktop)
      })
      .toBe(true)
    await page.getByRole('heading', { name: /Readiness is 41/, level: 2 }).waitFor()
    expect(await desktop.quit()).toBe(0)
  })

  it('opens the window of the one that runs when it is started a second time', async () => {
    const desktop = await start(temporaryFolder())
    await desktop.window()
    await minimized(desktop)
    const second = spawnSync(program.ok ? program.path : '', [repository, ...folderFlags(desktop.folder)], {
      cwd: repository,
      timeout: 20_000,
    })
    expect(second.status).toBe(0)
    await expect.poll(() => shown(desktop)).toBe(true)
    expect(await desktop.quit()).toBe(0)
  })

  it('starts hidden at login, and shows what was asked for only where nobody draws its icon', async () => {
    const desktop = await start(temporaryFolder(), ['--hidden'])
    // No panel draws icons on this virtual desktop: the window shows, without taking the focus.
    await desktop.window()
    await expect.poll(() => shown(desktop)).toBe(true)
    expect(await desktop.quit()).toBe(0)
  })

  it('destroys a hidden window after a while and makes it again when asked', async () => {
    const desktop = await start(temporaryFolder(), [], 'desktop: { destroy_hidden_windows_after_seconds: 1 }\n')
    await desktop.window()
    // Hidden before its first painting it would be shown by that.
    await expect.poll(() => shown(desktop)).toBe(true)
    await actOnMainWindow(desktop, 'hide')
    await expect.poll(() => mainWindow(desktop)).toBeNull()
    await desktop.app.evaluate(({ app }) => void app.emit('activate'))
    await expect.poll(() => shown(desktop)).toBe(true)
    expect(await desktop.quit()).toBe(0)
  })

  it('opens where it was left', async () => {
    const folder = temporaryFolder()
    const first = await start(folder)
    await first.window()
    await actOnMainWindow(first, 'resize')
    await expect.poll(() => mainWindow(first)).toMatchObject({ bounds: { width: 900, height: 600 } })
    await first.quit()
    const second = await start(folder)
    await second.window()
    expect(await mainWindow(second)).toMatchObject({ bounds: { width: 900, height: 600 } })
    await second.quit()
  })

  it('loads a window again whose renderer died', async () => {
    const desktop = await start(temporaryFolder())
    const page = await desktop.window()
    await page.getByRole('link', { name: 'Inbox' }).waitFor()
    const before = await mainWindow(desktop)
    await actOnMainWindow(desktop, 'crash')
    await expect.poll(async () => (await mainWindow(desktop))?.rendererPid).not.toBe(before?.rendererPid)
    await expect
      .poll(() => mainWindow(desktop), { timeout: 10_000 })
      .toMatchObject({ isCrashed: false, title: expect.stringContaining('Thanos Operator') as string })
    expect(await desktop.quit()).toBe(0)
  })

  it('records what ended the main process', async () => {
    const desktop = await start(temporaryFolder())
    await desktop.window()
    const ended = new Promise((resolve) => desktop.process.once('exit', resolve))
    await desktop.app.evaluate(() => {
      setTimeout(() => {
        throw new Error('an unforeseen end')
      })
    })
    expect(await ended).toBe(1)
    const crashes = join(desktop.folder, 'data', 'crashes')
    const record: unknown = JSON.parse(readFileSync(join(crashes, readdirSync(crashes)[0] ?? ''), 'utf8'))
    expect(record).toMatchObject({ kind: 'uncaughtException', error: { message: 'an unforeseen end' } })
  })

  it('follows the settings: launch at login, theme', async () => {
    const desktop = await start(temporaryFolder())
    const page = await desktop.window()
    const entry = join(desktop.folder, 'xdg-config', 'autostart', 'thanos-operator.desktop')
    const set = (path: string, value: unknown) => page.evaluate(setSetting, { path, value })
    await set('desktop.launch_at_login', true)
    await expect.poll(() => existsSync(entry)).toBe(true)
    expect(readFileSync(entry, 'utf8')).toContain('--hidden')
    await set('desktop.launch_at_login', false)
    await expect.poll(() => existsSync(entry)).toBe(false)
    await set('desktop.theme', 'dark')
    await expect.poll(() => desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    expect(await desktop.quit()).toBe(0)
  })

  it('ends cleanly on SIGTERM', async () => {
    const desktop = await start(temporaryFolder())
    await desktop.window()
    const ended = new Promise((resolve) => desktop.process.once('exit', resolve))
    desktop.process.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(journalTypes(desktop.folder)).toContain('operator_stopped')
  })
})

/** Electron keeps no list of trays, so the engine is asked for them; the class's prototype, which has no listeners, is among them. */
async function trayCount({ app }: DesktopApp): Promise<number> {
  const found = await app.evaluate(({ Tray }) => process.getBuiltinModule('node:v8').queryObjects(Tray, { format: 'summary' }))
  return found.filter((text) => text.includes('_events')).length
}

function importNight(folder: string): void {
  const csv = join(folder, 'night.csv')
  writeFileSync(csv, `day,metric,value\n${localDay(new Date())},readiness,41\n`)
  thanos(folder, 'import', csv)
}

async function shown(desktop: DesktopApp): Promise<boolean> {
  return (await mainWindow(desktop))?.isShown ?? false
}

/** These run in the page, over the bridge as the page has it. */
type BridgeWindow = {
  readonly thanos: { readonly invoke: Readonly<Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>> }
}
async function checkNow(): Promise<void> {
  // The page's own type for the bridge belongs to the renderer.
  const { thanos } = window as unknown as BridgeWindow
  await thanos.invoke['operator:check']?.({})
}
async function setSetting(setting: { readonly path: string; readonly value: unknown }): Promise<void> {
  const { thanos } = window as unknown as BridgeWindow
  const answer = await thanos.invoke['settings:set']?.(setting)
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer))
}

function alertStates(folder: string): readonly string[] {
  return lines(folder, "SELECT key || ' ' || state AS line FROM alerts")
}

function journalTypes(folder: string): readonly string[] {
  return lines(folder, 'SELECT type AS line FROM journal')
}

function lines(folder: string, sql: string): readonly string[] {
  const reader = openReader(join(folder, 'data', 'operator.db'))
  try {
    return reader.all<{ readonly line: string }>(sql).map((row) => row.line)
  } finally {
    reader.close()
  }
}

function localDay(date: Date): string {
  return new Intl.DateTimeFormat('sv-SE').format(date)
}
