import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished } from 'vitest'
import { chromiumHost } from './chromium-host.ts'
import { electronHost } from './electron-host.ts'
import type { OpenOptions, OpenWindow, RunningHost, WindowHost } from './window-host.ts'

/** Opens a window that ends with the test, and whose console must have had nothing to complain of. */
export type Visit = (options?: OpenOptions) => Promise<OpenWindow>

/** The same tests in every program that shows the windows: each of Vitest's projects `browser` and `electron` runs those of its own. */
export function inEveryHost(title: string, tests: (visit: Visit) => void): void {
  for (const host of [chromiumHost, electronHost]) inHost(host, title, tests)
}

export function inHost(host: WindowHost, title: string, tests: (visit: Visit) => void): void {
  if (host.name !== process.env['THANOS_WINDOW_HOST']) return
  describe(`${title}, in ${host.name}`, () => {
    let running: RunningHost | null = null
    beforeAll(async () => {
      if (host.missing === null) running = await host.start()
    })
    beforeEach((context) => {
      if (host.missing !== null) context.skip(host.missing)
    })
    afterAll(() => running?.close())
    tests(async (options) => {
      if (running === null) throw new Error(`${host.name} has not started.`)
      const open = await running.open(options)
      onTestFinished(async () => {
        await open.close()
        expect(open.complaints).toEqual([])
      })
      return open
    })
  })
}
