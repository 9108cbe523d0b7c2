import type { Instant } from '../../domain/instant.ts'
import type { Classification } from '../../domain/capture.ts'
import type { Made } from '../../../shared/model/capture.ts'

/** What is kept with an answer: all that the classifier said, what was made of it, and why Claude was not heard where it should have been. */
export type CaptureAnswerRecord = {
  readonly said: Omit<Classification, 'classifier'>
  readonly made: readonly Made[]
  readonly unheard: string | null
  /** How often Claude was asked in vain, and when last. */
  readonly asked?: { readonly times: number; readonly at: Instant }
  /** The owner turned the reading of dates and people off. */
  readonly plain?: boolean
}
