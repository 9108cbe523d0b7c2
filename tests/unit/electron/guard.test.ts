import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ownOrigin, pageUrl } from '../../../main/electron/app-origin.ts'
import { guardContents, guardSession, openKnownLink } from '../../../main/electron/guard.ts'

const opened = vi.hoisted(() => [] as string[])
vi.mock('electron', () => ({ shell: { openExternal: (url: string) => opened.push(url) } }))

beforeEach(() => void opened.splice(0))

const own = pageUrl('panel', ownOrigin)
const elsewhere = 'https://evil.example/'
const known = 'https://cloud.ouraring.com/'

/** What a page's contents offer of Electron's, as far as the guard takes hold of it. */
class Contents extends EventEmitter {
  openWindow: (details: { readonly url: string }) => { readonly action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: typeof this.openWindow): void {
    this.openWindow = handler
  }

  /** Whether Electron would go on with it. */
  goesOn(event: string, url: string): boolean {
    let prevented = false
    this.emit(event, { url, preventDefault: () => (prevented = true) })
    return !prevented
  }
}

function guarded(): Contents {
  const app = new EventEmitter()
  const contents = new Contents()
  guardContents(app as App, ownOrigin) // only its events are used
  app.emit('web-contents-created', {}, contents)
  return contents
}

describe('a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its own origin: %s', (event) => {
    const contents = guarded()
    expect(contents.goesOn(event, own)).toBe(true)
    for (const url of [elsewhere, known, 'file:///etc/passwd', `${ownOrigin.scheme}://${ownOrigin.host}.evil/`, 'about:blank'])
      expect(contents.goesOn(event, url), url).toBe(false)
  })

  it('has a link that is followed opened in the browser, once, and only to a known host', () => {
    const contents = guarded()
    for (const url of [known, elsewhere, own, 'http://cloud.ouraring.com/']) {
      contents.goesOn('will-navigate', url)
      contents.goesOn('will-frame-navigate', url)
    }
    expect(opened).toEqual([known])
  })

  it('opens no window of its own, and a known link in the browser', () => {
    const contents = guarded()
    for (const url of [own, elsewhere, known, 'about:blank']) expect(contents.openWindow({ url })).toEqual({ action: 'deny' })
    expect(opened).toEqual([known])
  })

  it('attaches no web view', () => {
    expect(guarded().goesOn('will-attach-webview', own)).toBe(false)
  })
})

type Handler = (...args: never[]) => unknown

function guardedSession(): { readonly handlers: Map<string, Handler>; readonly before: Handler } {
  const handlers = new Map<string, Handler>()
  let before: Handler = () => undefined
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler)
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: (handler: Handler) => (before = handler) },
  }
  guardSession(session as unknown as Session, ownOrigin) // only what stands above is used
  return { handlers, before }
}

describe('the session', () => {
  it('refuses every permission that is asked for, looked up, or asked for a device', () => {
    const { handlers } = guardedSession()
    const asked: unknown[] = []
    const call = (name: string, ...args: unknown[]) => (handlers.get(name) as ((...args: unknown[]) => unknown) | undefined)?.(...args)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'invented']) {
      call('request', {}, permission, (granted: unknown) => asked.push(granted))
      expect(call('check', {}, permission, own)).toBe(false)
    }
    expect(asked).toEqual(Array.from({ length: 7 }, () => false))
    expect(call('device', { deviceType: 'hid' })).toBe(false)
  })

  it('lets no page reach a network', () => {
    const { before } = guardedSession()
    const isCancelled = (url: string) => {
      let answer: unknown
      const ask = before as (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void
      ask({ url }, ({ cancel }) => (answer = cancel))
      return answer
    }
    expect([own, 'data:image/png;base64,x'].map(isCancelled)).toEqual([false, false])
    for (const url of [
      elsewhere,
      'http://127.0.0.1:1/',
      'ws://evil.example/',
      'file:///etc/passwd',
      'ftp://x/',
      own.replace('//app', '//app.evil'),
    ])
      expect(isCancelled(url), url).toBe(true)
  })
})

it.each(['http://t.me/x', 'file:///x', 'javascript:1', elsewhere])('opens %s nowhere', (url) => {
  openKnownLink(url)
  expect(opened).toEqual([])
})
