import type { CaptureClass, Classification, Extracted } from '../../domain/capture.ts'
import type { AdviceRequest } from '../../ports/capture-adviser.ts'

type Said = Omit<Classification, 'classifier'>

/** An answer with the dates of its words as they are read now: `tomorrow` said again is another day. */
export async function withDates(
  said: Said,
  { clients, now, text, zone }: Pick<AdviceRequest, 'clients' | 'now' | 'text' | 'zone'>,
): Promise<Said> {
  const { extractedAs } = await import('../../capture/extracted-as.ts')
  const dated = async (words: string, kind: CaptureClass, extracted: Extracted): Promise<Extracted> => {
    const read = await extractedAs(words, kind, { now, zone, clients, people: [] })
    return { ...extracted, title: extracted.title === '' ? read.title : extracted.title, due: read.due }
  }
  return {
    ...said,
    extracted: await dated(text, said.class, said.extracted),
    segments: await Promise.all(
      said.segments.map(async (segment) => ({ ...segment, extracted: await dated(segment.text, segment.class, segment.extracted) })),
    ),
  }
}
