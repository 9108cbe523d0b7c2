import type { Page } from 'playwright-core'
import type { Writer } from '../../../main/store/database.ts'
import type { InvokeName } from '../../../shared/ipc/channels.ts'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'

export type OpenOptions = {
  readonly window?: 'main' | 'panel' | 'capture'
  /** A screen of the main window, as its address has it after `#/`: `tasks`, `settings/data`. */
  readonly at?: string
  /** The sample with one check behind it, or nothing at all. */
  readonly data?: 'sample' | 'none'
  /** Writes rows of the test's own before the operator starts. */
  readonly plant?: (db: Writer) => void
  /** False for somebody who was shown in before: with no data, the first run does not show. */
  readonly isNewcomer?: boolean
  /** Further lines of operator.yaml. */
  readonly configuration?: string
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** One window over a real operator with a database of its own, at 9:05 in Chicago on Tuesday 20 January 2026. */
export type OpenWindow = {
  readonly page: Page
  /** Asks the operator behind the window, as the window would. Throws where it refuses. */
  readonly ask: <Name extends InvokeName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>
  /** From now on the operator refuses this request with these words, until it is told to allow it again. */
  readonly refuse: (name: InvokeName, words: string) => Promise<void>
  readonly allow: (name: InvokeName) => Promise<void>
  /** The file that the window hands over during `act`. */
  readonly saved: (act: () => Promise<void>) => Promise<{ readonly name: string; readonly text: string }>
  /** The operator goes away, or is back; throws where the two cannot be parted. */
  readonly away: (isAway: boolean) => Promise<void>
  /** What the page's console complained of: a violated policy, a failed request, a warning of React. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export type RunningHost = {
  readonly open: (options?: OpenOptions) => Promise<OpenWindow>
  readonly close: () => Promise<void>
}

/** A program that shows the windows: the desktop application, or a browser before the headless operator. */
export type WindowHost = {
  readonly name: string
  /** Why it cannot run on this machine; null where it can. */
  readonly missing: string | null
  readonly start: () => Promise<RunningHost>
}
