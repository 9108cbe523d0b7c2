import type { CaptureClass, Extracted } from '../domain/capture.ts'
import type { CaptureContext } from './classify.ts'
import { datesIn } from './dates.ts'
import { extractedFrom } from './extract.ts'

/** What can be read from a text when it is known what it is. */
export async function extractedAs(text: string, kind: CaptureClass, context: CaptureContext): Promise<Extracted> {
  return extractedFrom(text, kind, await datesIn(text, context), context)
}
