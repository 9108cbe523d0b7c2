import type { Classification } from '../domain/capture.ts'
import type { Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'

export type AdviserExample = { readonly text: string; readonly class: string }

export type AdviceRequest = {
  readonly text: string
  readonly now: Instant
  readonly zone: TimeZone
  readonly clients: readonly string[]
  /** Corrections of the owner, the newest first. */
  readonly examples: readonly AdviserExample[]
}

/** Why there is no advice: not set up, the day's calls are used up, or the service failed. It is asked again later unless it was not set up. */
export type Advice =
  | { readonly kind: 'heard'; readonly classification: Classification }
  | { readonly kind: 'not_set_up' }
  | { readonly kind: 'unheard'; readonly reason: string }

export type AdviserState = {
  readonly isSet: boolean
  readonly callsToday: number
  /** US dollars; null where the price of the model is not known. */
  readonly costToday: number | null
  readonly problem: string | null
}

/** A second opinion on what a capture is. Never throws; a failure is an answer. */
export interface CaptureAdviser {
  ask(request: AdviceRequest, signal: AbortSignal): Promise<Advice>
  state(): Promise<AdviserState>
}
