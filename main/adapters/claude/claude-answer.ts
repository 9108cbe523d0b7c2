import { z } from 'zod'
import { captureClasses, type Classification, type Extracted, type Segment } from '../../domain/capture.ts'

/**
 * What Claude is asked to fill in. No dates: the words are read again here, in the owner's zone, with what was said and what was guessed kept apart;
 * and no offsets, which models count badly: a part is given by its exact words. Ranges are checked after parsing, since structured output knows none.
 */
const extractedShape = {
  title: z.string().describe('the thing itself, short, without its date, priority or effort'),
  person: z.string().nullable().describe('to whom it was promised or with whom it is, as named in the text'),
  client: z.string().nullable().describe('the client as named in the text, if any'),
  priority: z.enum(['p0', 'p1', 'p2', 'p3']).nullable().describe('only where the text says how urgent it is'),
  effort_minutes: z.number().nullable().describe('only where the text says how long it takes'),
}

const single = captureClasses.filter((each) => each !== 'mixed')

export const claudeAnswerSchema = z.strictObject({
  class: z.enum(captureClasses),
  confidence: z.number().describe('from 0 to 1'),
  reason: z.string().describe('one short sentence for the owner'),
  ...extractedShape,
  segments: z
    .array(z.strictObject({ text: z.string(), class: z.enum(single), confidence: z.number(), ...extractedShape }))
    .describe('for mixed only: each part, its text copied exactly, in the order of the text; otherwise empty'),
})

type Filled = z.infer<typeof claudeAnswerSchema>

/** What Claude said, or why it cannot be used. Dates are left for whoever reads them. */
export type ReadAnswer =
  | { readonly kind: 'said'; readonly said: Omit<Classification, 'classifier'> }
  | { readonly kind: 'unusable'; readonly reason: string }

const unusable: ReadAnswer = { kind: 'unusable', reason: 'Claude gave an answer that could not be understood.' }

export function readAnswer(output: string, text: string): ReadAnswer {
  const parsed = claudeAnswerSchema.safeParse(fromJson(output))
  if (!parsed.success) return unusable
  const { class: kind, confidence, reason, segments } = parsed.data
  if (!isShare(confidence)) return unusable
  const parts = kind === 'mixed' ? placed(segments, text) : []
  // Something mixed has at least two parts, and each stands in the text as it was written.
  if (parts === null || (kind === 'mixed' && parts.length < 2)) return unusable
  const said = {
    class: kind,
    confidence,
    review: false,
    reason: reason.slice(0, 500),
    extracted: extractedOf(parsed.data),
    segments: parts,
    features: [],
  }
  return { kind: 'said', said }
}

function placed(segments: Filled['segments'], text: string): readonly Segment[] | null {
  const parts: Segment[] = []
  let from = 0
  for (const segment of segments) {
    const start = segment.text === '' ? -1 : text.indexOf(segment.text, from)
    if (start < 0 || !isShare(segment.confidence)) return null
    from = start + segment.text.length
    const { class: kind, confidence } = segment
    parts.push({ text: segment.text, start, end: from, class: kind, confidence, extracted: extractedOf(segment) })
  }
  return parts
}

function extractedOf({ client, effort_minutes: effort, person, priority, title }: Pick<Filled, keyof typeof extractedShape>): Extracted {
  const isEffort = effort !== null && effort > 0 && effort <= 100_000
  return { title: title.trim().slice(0, 300), due: null, person, client, priority, effort: isEffort ? Math.round(effort) : null }
}

const isShare = (value: number): boolean => value >= 0 && value <= 1

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
