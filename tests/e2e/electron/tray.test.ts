import { spawnSync } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { electronProgram } from '../../support/desktop/electron-program.ts'
import { actOnMainWindow, mainWindow } from '../../support/desktop/main-window.ts'
import { buildApplication } from '../../support/built-application.ts'
import { pageAt } from '../../support/desktop/page-at.ts'
import { startDesktopApp, thanos, type DesktopApp } from '../../support/desktop/start-desktop-app.ts'
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = electronProgram()

describe('with a panel that draws its icon', () => {
  let host: TrayHost | null = null
  let running: DesktopApp | null = null

  beforeAll(() => {
    if (program.ok) buildApplication()
  })
  beforeEach(async (context) => {
    if (!program.ok) context.skip(program.reason)
    if (process.platform !== 'linux') context.skip('other systems always draw it')
    host = await startTrayHost()
  })
  afterEach(() => {
    host?.stop()
    running?.kill()
    running = null
  })

  it('registers its icon, starts hidden without a window, and opens the panel on a click', async () => {
    const folder = temporaryFolder()
    const desktop = await startDesktopApp(folder, ['--hidden'])
    running = desktop
    thanos(folder, 'sample', 'add')
    await expect.poll(() => host?.icons().length).toBe(1)
    expect(await mainWindow(desktop)).toBeNull()
    await activate(host?.icons()[0] ?? '')
    await expect.poll(() => panelBounds(desktop)).toMatchObject({ width: 380, height: 560 })
    expect(await mainWindow(desktop)).toBeNull()
    expect(await desktop.quit()).toBe(0)
  })

  it('hides the main window when it is closed, and opens it again from the panel', async () => {
    const desktop = await startDesktopApp(temporaryFolder())
    running = desktop
    const page = await desktop.window()
    await page.getByText('Inbox').first().waitFor()
    await actOnMainWindow(desktop, 'close')
    await expect.poll(async () => (await mainWindow(desktop))?.isShown).toBe(false)
    const opening = pageAt(desktop.app, 'panel')
    await activate(host?.icons()[0] ?? '')
    const panel = await opening
    await panel.getByText('Open the window').click()
    await expect.poll(async () => (await mainWindow(desktop))?.isShown).toBe(true)
    expect(await desktop.quit()).toBe(0)
  })
})

function panelBounds({ app }: DesktopApp) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().includes('/panel.html'))
      ?.getBounds(),
  )
}

/** What a panel does at a click on the icon. */
async function activate(icon: string): Promise<void> {
  const place = ['--session', '--dest', icon, '--object-path', '/StatusNotifierItem', '--method', 'org.kde.StatusNotifierItem.Activate']
  const click = () => spawnSync('gdbus', ['call', ...place, '1200', '10']).status
  await expect.poll(click).toBe(0)
}
