import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, globalShortcut, ipcMain, nativeTheme, net, powerMonitor, session } from 'electron'
import type { Operator } from '../operator/operator.ts'
import { setApplicationMenu } from './application-menu.ts'
import type { AppOrigin } from './app-origin.ts'
import { serveApp } from './app-protocol.ts'
import { beginWork } from './begin-work.ts'
import { createCaptureWindow } from './capture-window.ts'
import type { Destination } from './destination.ts'
import { desktopSettingsOf, type DesktopSettings } from './desktop-settings.ts'
import { watchDoNotDisturb } from './do-not-disturb.ts'
import { giveBackMemory } from './give-back-memory.ts'
import { guardSession } from './guard.ts'
import { withHotkeyChecks } from './hotkey-handlers.ts'
import { registerHandlers, sendEvent } from './ipc.ts'
import { setLaunchAtLogin } from './login-item.ts'
import { createMainWindow } from './main-window.ts'
import { browserOpener } from './open-in-browser.ts'
import { createPanelWindow } from './panel-window.ts'
import { watchPower } from './power.ts'
import { quitCleanly } from './quit.ts'
import { isTrayHostThere, runProgram } from './session-bus.ts'
import { createCaptureShortcut } from './shortcut.ts'
import { shortcutDenial } from './shortcut-denial.ts'
import type { DesktopOptions, HttpService } from './start-desktop.ts'
import { startNativeChannel } from './start-native-channel.ts'
import { createTray } from './tray.ts'
import { keepTrayFresh } from './tray-refresh.ts'
import { words } from './words.ts'
import { watchUpdates } from './watch-updates.ts'

/** After this long the start's own work is done. */
const idleMs = 500
/** How often a quiet operator is made small again, first this long after the start. */
const tidyMs = { first: 4_000, every: 30 * 60_000 } as const
/** As long as an icon and its panel may need to find each other before the core is loaded. */
const iconMs = 100

/** Everything after Electron is ready, in the order in which it is needed: the icon first, the operator's weight after it. */
export async function runDesktop(options: DesktopOptions & { readonly origin: AppOrigin }): Promise<void> {
  const { logger, origin } = options
  let settings: DesktopSettings = desktopSettingsOf({})
  let hasTray = true
  let operator: Operator | null = null
  let http: HttpService | null = null
  const endings: (() => void)[] = []

  const report = (event: string) => (problem: unknown) =>
    logger.error(event, { problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) })
  const quit = quitCleanly(
    app,
    async () => {
      for (const end of endings) end()
      await http?.close()
      await operator?.stop()
      await logger.close()
    },
    report('stop_failed'),
  )
  const pages = join(app.getAppPath(), 'out', 'renderer')
  const lingerMs = (): number => settings.destroyHiddenWindowsAfterMs
  const main = createMainWindow({
    origin,
    memoryFile: join(app.getPath('userData'), 'window.json'),
    lingerMs,
    hasTray: () => hasTray,
    isQuitting: quit.isQuitting,
    onCrash: report('window_crashed'),
  })
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<Operator>()
  const withOperator = (action: (operator: Operator) => unknown): void => {
    void ready.then(action).catch(report('action_failed'))
  }
  const open = (destination?: Destination): void => withOperator(() => main.show(destination === undefined ? {} : { destination }))
  const captureWindow = createCaptureWindow({ origin, onCrash: report('capture_crashed') })
  const capture = (): void => withOperator(captureWindow.show)
  const panel = createPanelWindow({ origin, lingerMs, onOpen: open, onCapture: capture, onCrash: report('panel_crashed') })
  endings.push(main.close, panel.destroy, captureWindow.destroy)

  const tray = createTray({
    actions: {
      openInbox: () => open({ screen: 'inbox', id: null }),
      open: () => open(),
      capture,
      pause: (until) => withOperator((ready) => ready.handlers['operator:pause']({ until })),
      checkNow: () => withOperator((ready) => ready.handlers['operator:check']({})),
      settings: () => open({ screen: 'settings', id: null }),
      openInBrowser: () => browserOpener(http),
      quit: () => app.quit(),
    },
    onClick: () => withOperator(() => panel.toggle(tray.bounds())),
    now: Date.now,
  })
  endings.push(tray.destroy)
  nativeTheme.on('updated', tray.redraw)
  app.on('second-instance', (_event, args) => (args.includes('--capture') ? capture() : open()))
  app.on('activate', () => open())
  setApplicationMenu(() => app.quit())
  guardSession(session.defaultSession, origin)
  serveApp(session.defaultSession, origin, pages)
  const trayHost = process.platform === 'linux' ? isTrayHostThere(runProgram) : Promise.resolve(true)

  const native = startNativeChannel({ open, withOperator, sound: () => settings.notificationSound })
  // On Linux the panel and the icon talk to each other in turns of this thread, and loading the core would take them all: the icon comes first.
  await Promise.race([trayHost, wait(iconMs)])
  const opened = await beginWork(() => options.openOperator(native, app.getVersion()), logger)
  operator = opened
  const service = options.serveHttp(opened, pages)
  http = service
  const denial = await shortcutDenial(process.platform, process.env, runProgram)
  const shortcut = createCaptureShortcut(globalShortcut, denial, () => withOperator(captureWindow.toggle))
  registerHandlers(ipcMain, origin, withHotkeyChecks(opened.handlers, shortcut), logger)

  const applySettings = async (): Promise<void> => {
    settings = desktopSettingsOf((await opened.handlers['settings:get']({})).values)
    nativeTheme.themeSource = settings.theme
    setLaunchAtLogin(app, settings.launchAtLogin)
    const bound = shortcut.bind(settings.captureHotkey)
    opened.setHostNotice('hotkey', bound.ok ? null : words.hotkeyNotBound(bound.reason))
    if (!bound.ok) logger.warning('shortcut_not_bound', { reason: bound.reason })
    await service.apply(settings.http).catch((error: unknown) => {
      logger.warning('http_not_served', { reason: error instanceof Error ? error.message : String(error) })
    })
    tray.redraw()
  }
  endings.push(
    shortcut.release,
    opened.subscribe((topics) => {
      for (const window of [main.current(), panel.current()]) {
        if (window !== null) sendEvent(window.webContents, 'changed', { topics: [...topics] })
      }
      if (topics.includes('settings')) void applySettings().catch(report('settings_not_applied'))
    }),
    keepTrayFresh(opened, tray.show, report('tray_not_refreshed')),
    process.platform === 'linux' ? watchDoNotDisturb(runProgram, (active) => opened.setDoNotDisturb(active)) : () => undefined,
    watchUpdates({ logger, quit, tray, backUp: async () => (await opened.data.backUpBeforeUpdate()).backup.path }),
    watchPower(powerMonitor, net, {
      onWake: (reason) => opened.wake(reason),
      onSuspend: () => opened.suspend(),
      onShutdown: () => app.quit(),
    }),
  )
  await applySettings()
  becomeReady(opened)
  const isHidden = options.isHidden || app.getLoginItemSettings().wasOpenedAtLogin
  hasTray = await trayHost
  if (!isHidden || !hasTray) main.show({ quietly: isHidden })
  // In idle, when the icon stands and the window has had its turn: a start must not wait for a page that nobody has asked for yet.
  const idle = setTimeout(captureWindow.prepare, idleMs)
  endings.push(() => clearTimeout(idle))
  // Not from a checkout: whoever drives or debugs it holds the answers it waits for so weakly that they would be collected too.
  if (!process.defaultApp) {
    const [tidy, tidyAgain] = [setTimeout(giveBackMemory, tidyMs.first), setInterval(giveBackMemory, tidyMs.every)]
    endings.push(() => {
      clearTimeout(tidy)
      clearInterval(tidyAgain)
    })
  }
}
