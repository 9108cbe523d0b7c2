import { expect, onTestFinished } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { openPage } from './open-window.ts'
import type { OpenPage } from './open-window.ts'
import { sampleOperator } from './sample-operator.ts'
import type { SampleOperator } from './sample-operator.ts'

type Options = Parameters<typeof openPage>[2]
export type Visit = OpenPage & SampleOperator

/** A page over the real operator with the sample data; everything ends with the test, and the console must have had nothing to complain of. */
export async function visit(browser: Browser, options: Options & { readonly empty?: boolean } = {}): Promise<Visit> {
  const sample = await sampleOperator(options)
  const open = await openPage(browser, sample.operator.handlers, options)
  const unsubscribe = sample.operator.subscribe((topics) => open.server.publish(topics))
  onTestFinished(async () => {
    unsubscribe()
    await open.close()
    await sample.close()
    expect(open.complaints).toEqual([])
  })
  return { ...open, ...sample, close: open.close }
}

/** A page over handlers of the test's own, for states that are hard to reach. */
export async function visitWith(browser: Browser, handlers: Handlers, options: Options = {}): Promise<OpenPage> {
  const open = await openPage(browser, handlers, options)
  onTestFinished(async () => open.close())
  return open
}

/** The address of a screen. */
export function at(screen: string): string {
  return `/index.html#/${screen}`
}

/** Presses one key after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
