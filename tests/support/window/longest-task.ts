import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds of the longest piece of work. */
export type LongestTask = {
  /** Of the processor, given to it: what the page itself needs, whatever else the machine does. */
  readonly work: number
  /** On the clock; on a busy machine most of it is waiting. */
  readonly clock: number
}

/** The longest piece of work of the page's main thread while `work` runs, from the browser's own tracing: what would hold up a frame. */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const file = join(tmpdir(), `thanos-trace-${process.pid}-${Math.round(performance.now())}.json`)
  await browser.startTracing(page, { path: file, categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await work()
  await browser.stopTracing()
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as { readonly traceEvents: readonly TraceEvent[] } // written by the browser just now
  await rm(file)
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const isMain = (event: TraceEvent) => mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid)
  const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && isMain(event))
  const longest = (duration: (event: TraceEvent) => number) => tasks.reduce((most, event) => Math.max(most, duration(event) / 1000), 0)
  return { work: longest(({ dur = 0, tdur = dur }) => tdur), clock: longest(({ dur = 0 }) => dur) }
}
