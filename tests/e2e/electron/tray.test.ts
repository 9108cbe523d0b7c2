import { spawnSync } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { electronProgram } from '../../support/desktop/electron-program.ts'
import { buildApplication, startDesktopApp, thanos, type DesktopApp } from '../../support/desktop/start-desktop-app.ts'
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
    expect(await titles(desktop)).toEqual([])
    await activate(host?.icons()[0] ?? '')
    await expect.poll(() => titles(desktop)).toEqual([expect.stringContaining('today')])
    const [bounds] = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.getBounds()))
    expect(bounds).toMatchObject({ width: 380, height: 560 })
    expect(await desktop.quit()).toBe(0)
  })

  it('hides the main window when it is closed, and opens it again from the panel', async () => {
    const desktop = await startDesktopApp(temporaryFolder())
    running = desktop
    const page = await desktop.window()
    await page.getByText('Inbox').first().waitFor()
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    const shown = () => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((each) => each.isVisible()).length)
    await expect.poll(shown).toBe(0)
    const opening = desktop.app.waitForEvent('window')
    await activate(host?.icons()[0] ?? '')
    const panel = await opening
    await panel.getByText('Open the window').click()
    await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible')
    expect(await desktop.quit()).toBe(0)
  })
})

function titles({ app }: DesktopApp): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.getTitle()))
}

/** What a panel does at a click on the icon. */
async function activate(icon: string): Promise<void> {
  const place = ['--session', '--dest', icon, '--object-path', '/StatusNotifierItem', '--method', 'org.kde.StatusNotifierItem.Activate']
  const click = () => spawnSync('gdbus', ['call', ...place, '1200', '10']).status
  await expect.poll(click).toBe(0)
}
