import type { Classification } from '../../domain/capture.ts'
import type { Made } from '../../../shared/model/capture.ts'

/** What is kept with an answer: all that the classifier said, what was made of it, and why Claude was not heard where it should have been. */
export type CaptureAnswerRecord = {
  readonly said: Omit<Classification, 'classifier'>
  readonly made: readonly Made[]
  readonly unheard: string | null
}
