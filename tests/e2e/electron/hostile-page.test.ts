import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { electronProgram } from '../../support/desktop/electron-program.ts'
import { buildApplication } from '../../support/built-application.ts'
import { startDesktopApp, type DesktopApp } from '../../support/desktop/start-desktop-app.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = electronProgram()

describe('a hostile page', () => {
  let folder: string
  let desktop: DesktopApp
  let page: Page

  beforeAll(async () => {
    if (!program.ok) return
    buildApplication()
    folder = mkdtempSync(join(tmpdir(), 'thanos-hostile-'))
    desktop = await startDesktopApp(folder)
    page = await desktop.window()
    // The capture window is made when the start is over; the counts below begin after it.
    if (desktop.app.windows().length < 2) await desktop.app.waitForEvent('window')
  })
  beforeEach((context) => {
    if (!program.ok) context.skip(program.reason)
  })
  afterAll(async () => {
    if (!program.ok) return
    expect(await desktop.quit()).toBe(0)
    rmSync(folder, { recursive: true })
  })

  it('finds no Node and no Electron, and a bridge of declared names alone', async () => {
    const found = await page.evaluate(() => {
      const all = window as unknown as Record<string, unknown>
      return { require: typeof all['require'], process: typeof all['process'], bridge: Object.keys(all['thanos'] as object) }
    })
    expect(found).toEqual({ require: 'undefined', process: 'undefined', bridge: ['invoke', 'on', 'signal'] })
  })

  it('is sandboxed and isolated in every window there is, as Chromium itself has it', async () => {
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        // Electron's types leave it out.
        const { getLastWebPreferences } = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = getLastWebPreferences.call(webContents)
        return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
      }),
    )
    expect(preferences.length).toBeGreaterThan(1)
    for (const each of preferences)
      expect(each).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true })
  })

  it('cannot change the bridge', async () => {
    const attempt = page.evaluate(() => {
      'use strict'
      const { thanos } = window as unknown as { thanos: { invoke: Record<string, unknown> } }
      thanos.invoke['status:get'] = () => 'mine'
    })
    await expect(attempt).rejects.toThrow()
  })

  it('gets no answer from another origin, though it had the bridge', async () => {
    const answer = await desktop.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('data:text/html,<title>elsewhere</title>')
      const value: unknown = await window.webContents.executeJavaScript("thanos.invoke['status:get']({})")
      window.destroy()
      return value
    })
    expect(answer).toEqual({ ok: false, error: { code: 'refused', message: expect.any(String) as string } })
  })

  it('cannot send what was not declared', async () => {
    const answer = await page.evaluate(() => {
      const { thanos } = window as unknown as { thanos: { invoke: Record<string, (input: unknown) => Promise<unknown>> } }
      return thanos.invoke['alerts:acknowledge']?.({ ids: ["x'; DROP TABLE alerts; --", { $gt: '' }] })
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'malformed_input' } })
  })

  it('cannot navigate away', async () => {
    const before = page.url()
    for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'http://127.0.0.1:1/']) {
      await page.evaluate((to) => {
        const link = document.createElement('a')
        link.href = to
        document.body.append(link)
        link.click()
        link.remove()
        location.href = to
      }, target)
    }
    expect(await page.evaluate(() => document.title)).toContain('Thanos Operator')
    expect(page.url()).toBe(before)
  })

  it('cannot open windows', async () => {
    const before = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(await page.evaluate(() => window.open('https://example.com/', '_blank', 'width=100,height=100'))).toBeNull()
    expect(await page.evaluate(() => window.open(location.href))).toBeNull()
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(before)
  })

  it('is refused every permission it asks for, and every one it looks up', async () => {
    const outcome = await page.evaluate(async () => {
      const asked = await Promise.all([
        Notification.requestPermission(),
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'granted',
          () => 'denied',
        ),
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            () => resolve('denied'),
          ),
        ),
        navigator.clipboard.readText().then(
          () => 'granted',
          () => 'denied',
        ),
      ])
      const names = ['notifications', 'geolocation', 'camera', 'microphone'] as PermissionName[]
      const looked = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
      return [...asked, ...looked]
    })
    expect(new Set(outcome)).toEqual(new Set(['denied']))
  })

  it('cannot run what it wrote itself, nor load or send anything elsewhere', async () => {
    const outcome = await page.evaluate(async () => {
      const inline = document.createElement('script')
      inline.textContent = 'window.inlineRan = true'
      document.body.append(inline)
      const elsewhere = await fetch('https://example.com/').then(
        () => 'reached',
        () => 'blocked',
      )
      // The test driver may evaluate for as long as its own call runs; a timer's turn is the page's own.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line typescript/no-implied-eval -- that it fails is the point
            resolve(new Function('return "ran"')())
          } catch {
            resolve('blocked')
          }
        })
      })
      return { inline: 'inlineRan' in window, elsewhere, evaluated }
    })
    expect(outcome).toEqual({ inline: false, elsewhere: 'blocked', evaluated: 'blocked' })
  })

  it('cannot embed a web view or a frame', async () => {
    const before = await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const isView = await page.evaluate(async () => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'data:text/html,x')
      const frame = document.createElement('iframe')
      frame.src = 'data:text/html,x'
      // The policy says that it refused the frame; a web view that could attach would have begun to before.
      const refused = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }))
      document.body.append(view, frame)
      await refused
      view.remove()
      frame.remove()
      return 'loadURL' in view
    })
    expect(isView).toBe(false)
    expect(await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before)
  })

  it('finds nothing outside the built pages, and the strict policy on those', async () => {
    const answers = await page.evaluate(async () =>
      Promise.all(
        ['./%2e%2e%2f%2e%2e%2fpackage.json', './..%5c..%5cpackage.json', './%2e%2e/main/index.js', './nothing.html', './index.html'].map(
          async (path) => {
            const response = await fetch(path)
            return [response.status, response.headers.get('content-security-policy')?.includes("default-src 'none'")]
          },
        ),
      ),
    )
    expect(answers).toEqual([
      [404, true],
      [404, true],
      [404, true],
      [404, true],
      [200, true],
    ])
  })
})
