import { captureClasses, singleClasses, type CaptureClass, type SingleClass } from '../../shared/model/capture-class.ts'
import type { LocalDay } from './local-day.ts'
import type { Priority } from './task.ts'

export { captureClasses, singleClasses, type CaptureClass, type SingleClass }

/** A day (YYYY-MM-DD) and a time (HH:MM) where one was said, in the owner's zone; `stated` names the parts that were said, `guessed` those filled in. */
export type SpokenDue = {
  readonly date: LocalDay
  readonly time: string | null
  readonly stated: readonly string[]
  readonly guessed: readonly string[]
  /** The words it was read from, exactly as they stand in the text. */
  readonly text: string
}

export type Extracted = {
  readonly title: string
  readonly due: SpokenDue | null
  readonly person: string | null
  readonly client: string | null
  readonly priority: Priority | null
  /** Minutes. */
  readonly effort: number | null
}

/** A part of the text: `text` is exactly the characters from `start` up to `end` (UTF-16 units). */
export type Segment = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly class: CaptureClass
  readonly confidence: number
  readonly extracted: Extracted
}

/** One thing the classifier saw, and how much it spoke for the answer (log-odds; negative speaks against it). */
export type SpokenFeature = { readonly name: string; readonly weight: number }

export type Classification = {
  readonly class: CaptureClass
  /** From 0 to 1, calibrated: of the answers given with 0.8, about 80 % are right. */
  readonly confidence: number
  /** True when a person should confirm the answer before anything is made of it. */
  readonly review: boolean
  /** One sentence for a person. */
  readonly reason: string
  readonly extracted: Extracted
  /** Empty unless the class is `mixed`. */
  readonly segments: readonly Segment[]
  readonly features: readonly SpokenFeature[]
  readonly classifier: 'rules' | 'claude'
}
