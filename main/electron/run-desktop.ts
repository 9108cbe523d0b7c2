import { join } from 'node:path'
import { app, globalShortcut, ipcMain, nativeTheme, net, powerMonitor, session } from 'electron'
import type { Logger } from '../operator/host.ts'
import { setApplicationMenu } from './application-menu.ts'
import type { AppOrigin } from './app-origin.ts'
import { serveApp } from './app-protocol.ts'
import type { DesktopOperator } from './desktop-operator.ts'
import { desktopSettingsOf, type DesktopSettings } from './desktop-settings.ts'
import { guardSession } from './guard.ts'
import { registerHandlers, sendEvent } from './ipc.ts'
import { setLaunchAtLogin } from './login-item.ts'
import { createMainWindow, type Destination } from './main-window.ts'
import { createPanelWindow } from './panel-window.ts'
import { watchPower } from './power.ts'
import { quitCleanly } from './quit.ts'
import { isTrayHostThere, runProgram } from './session-bus.ts'
import { createCaptureShortcut } from './shortcut.ts'
import type { DesktopOptions } from './start-desktop.ts'
import { startNativeChannel } from './start-native-channel.ts'
import { createTray } from './tray.ts'
import { keepTrayFresh } from './tray-refresh.ts'

type Loaded = { readonly operator: DesktopOperator; readonly logger: Logger }

/** Everything after Electron is ready, in the order in which it is needed: the icon first, the operator's weight after it. */
export async function runDesktop(options: DesktopOptions & { readonly origin: AppOrigin; readonly startHidden: boolean }): Promise<void> {
  const { origin } = options
  let settings: DesktopSettings = desktopSettingsOf({})
  let hasTray = true
  let loaded: Loaded | null = null
  const endings: (() => void)[] = []

  const report = (event: string) => (problem: unknown) =>
    loaded?.logger.error(event, { problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) })
  const quit = quitCleanly(
    app,
    async () => {
      for (const end of endings) end()
      await loaded?.operator.stop()
    },
    report('stop_failed'),
  )
  const lingerMs = (): number => settings.destroyHiddenWindowsAfterMs
  const main = createMainWindow({
    origin,
    memoryFile: join(app.getPath('userData'), 'window.json'),
    lingerMs,
    hasTray: () => hasTray,
    isQuitting: quit.isQuitting,
    onCrash: report('window_crashed'),
  })
  const panel = createPanelWindow({ origin, lingerMs, onCrash: report('panel_crashed') })
  endings.push(main.close, panel.destroy)

  const ready = Promise.withResolvers<Loaded>()
  const withOperator = (action: (operator: DesktopOperator) => unknown): void => {
    void ready.promise.then(({ operator }) => action(operator)).catch(report('action_failed'))
  }
  const open = (destination?: Destination): void => withOperator(() => main.show(destination === undefined ? {} : { destination }))

  const tray = createTray({
    actions: {
      openInbox: () => open({ screen: 'inbox', id: null }),
      open: () => open(),
      capture: () => open({ screen: 'captures', id: null }),
      pause: (until) => withOperator((operator) => operator.handlers['operator:pause']({ until })),
      checkNow: () => withOperator((operator) => operator.handlers['operator:check']({})),
      settings: () => open({ screen: 'settings', id: null }),
      quit: () => app.quit(),
    },
    onClick: () => withOperator(() => panel.toggle(tray.bounds())),
    now: Date.now,
  })
  endings.push(tray.destroy)
  nativeTheme.on('updated', tray.redraw)
  app.on('second-instance', () => open())
  app.on('activate', () => open())

  setApplicationMenu(() => app.quit())
  guardSession(session.defaultSession, origin)
  serveApp(session.defaultSession, origin, join(app.getAppPath(), 'out', 'renderer'))
  const trayHost = process.platform === 'linux' ? isTrayHostThere(runProgram) : Promise.resolve(true)
  const native = startNativeChannel({ open, withOperator, sound: () => settings.notificationSound })
  loaded = await options.loadOperator(native)
  const { operator, logger } = loaded
  registerHandlers(ipcMain, origin, operator.handlers, logger)

  const shortcut = createCaptureShortcut(globalShortcut, () => open({ screen: 'captures', id: null }))
  endings.push(shortcut.release)
  const applySettings = async (): Promise<void> => {
    settings = desktopSettingsOf((await operator.handlers['settings:get']({})).values)
    nativeTheme.themeSource = settings.theme
    setLaunchAtLogin(app, settings.launchAtLogin)
    const bound = shortcut.bind(settings.captureHotkey)
    if (!bound.ok) logger.warning('shortcut_not_bound', { reason: bound.reason })
  }
  endings.push(
    operator.subscribe((topics) => {
      for (const window of [main.current(), panel.current()])
        if (window !== null) sendEvent(window.webContents, 'changed', { topics: [...topics] })
      if (topics.includes('settings')) void applySettings().catch(report('settings_not_applied'))
    }),
    keepTrayFresh(operator, tray.show, report('tray_not_refreshed')),
    watchPower(powerMonitor, net, {
      onWake: operator.wake,
      onSuspend: operator.suspend,
      onShutdown: () => app.quit(),
    }),
  )
  await applySettings()
  await operator.start()
  ready.resolve(loaded)
  hasTray = await trayHost
  if (!options.startHidden || !hasTray) main.show({ quietly: options.startHidden })
}
