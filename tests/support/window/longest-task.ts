import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/** The longest piece of work of the page's main thread while `work` runs, in milliseconds, from the browser's own tracing: what would hold up a frame. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  const file = join(tmpdir(), `thanos-trace-${process.pid}-${Math.round(performance.now())}.json`)
  await browser.startTracing(page, { path: file, categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await work()
  await browser.stopTracing()
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] } // written by the browser just now
  await rm(file)
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const isMain = (event: TraceEvent) => mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid)
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && isMain(event))
    .reduce((longest, { dur = 0 }) => Math.max(longest, dur / 1000), 0)
}
