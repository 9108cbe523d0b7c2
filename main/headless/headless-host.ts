import type { Logger } from '../operator/host.ts'
import type { OfflineAnswer } from '../operator/captures/offline-classifier.ts'
import type { Operator } from '../operator/operator.ts'

export type Places = { readonly configFile: string; readonly dataFolder: string }

export type OpenRequest = {
  readonly places: Places
  /** The time of --now in milliseconds, at which the clock stands still; null for the machine's own clock. */
  readonly frozenAt: number | null
  readonly dryRun: boolean
  readonly isVerbose: boolean
  /** A command that ends by itself: it logs warnings only, since its answer says the rest. */
  readonly isBrief: boolean
}

export type Opened = {
  readonly operator: Operator
  readonly logger: Logger
  /** As configured now. */
  readonly http: () => { readonly enabled: boolean; readonly port: number }
  /** Stops the operator and gives everything back, the log included. */
  readonly close: () => Promise<void>
}

/** What the headless process is given: everything below the operator's handlers that a command needs. */
export type HeadlessHost = {
  readonly version: string
  readonly now: () => number
  readonly places: (given: { readonly config?: string | undefined; readonly data?: string | undefined }) => Places
  /** The folder of the built pages. */
  readonly pages: string
  /** Throws OperatorError. */
  readonly open: (request: OpenRequest) => Promise<Opened>
  /** What nobody foresaw ends the process with a record of it in the data folder. */
  readonly recordCrashes: (places: Places) => void
  /** The system's own way of keeping the operator running. */
  readonly service: (places: Places) => Promise<{
    readonly definition: { readonly file: string; readonly text: string }
    install(): Promise<void>
    remove(): Promise<boolean>
    status(): Promise<'running' | 'installed' | 'absent'>
  }>
  /** The rules that say what a capture is, with the configuration alone: no database is opened. Throws OperatorError configuration_invalid. */
  readonly classifier: (places: Places, now: number) => Promise<(text: string) => Promise<OfflineAnswer>>
  readonly configuration: {
    /** The configuration in force as values and as YAML. Throws OperatorError configuration_invalid. */
    readonly show: (places: Places) => Promise<{ readonly values: unknown; readonly text: string }>
    readonly check: (places: Places) => Promise<{ readonly problems: readonly string[]; readonly warnings: readonly string[] }>
    /** Where the pages are served, as configured. Throws OperatorError configuration_invalid. */
    readonly port: (places: Places) => Promise<number>
    /** `text` is read as YAML: 22, true, [9, 14]. Answers the value that holds now. */
    readonly set: (places: Places, path: string, text: string) => Promise<unknown>
  }
}
