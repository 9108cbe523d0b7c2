import type { Made } from '../../shared/model/capture.ts'
import type { CaptureClass, Classification } from '../domain/capture.ts'
import { dayLength, hour, minute, type Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import { insertCapture } from '../store/captures.ts'
import { insertClassification } from '../store/classifications.ts'
import type { Writer } from '../store/database.ts'
import type { CaptureAnswerRecord } from './captures/capture-answer.ts'
import { madeOf, routesOf } from './captures/route-capture.ts'

type SampleCapture = {
  readonly text: string
  /** How long ago it was taken down. */
  readonly ago: number
  /** What of the sample it had become; without it, what its class makes where nothing has to be written. */
  readonly made?: Made
  /** What the owner of the sample called it, where the rules thought otherwise. */
  readonly corrected?: CaptureClass
  /** Whether it waits for the owner's word, however sure the rules are. */
  readonly waits?: boolean
}

const samples: readonly SampleCapture[] = [
  { text: 'look into the standing desk thing at some point', ago: 25 * minute },
  {
    text: 'told Priya she would have the deck by Thursday, and ask Sam about the badge printer',
    ago: 50 * minute,
    waits: true,
  },
  { text: 'Send Raleigh the numbers before lunch', ago: 70 * minute },
  { text: 'I noticed I sleep better when the phone stays in the kitchen', ago: 11 * hour },
  { text: 'Maybe the ring taught me more than the book did, worth writing down', ago: 14 * hour, corrected: 'idea' },
  {
    text: 'Prepare slides for the Orlando kick-off, due in two days',
    ago: dayLength + 2 * hour,
    made: { kind: 'task', id: 'sample-task-6', title: 'Orlando kick-off slides' },
  },
  { text: 'So tired of the train being late again', ago: dayLength + 15 * hour },
  { text: 'what if the kick-off had a one-page cheat sheet instead of forty slides', ago: 2 * dayLength + 3 * hour },
  { text: 'The guest wifi at ScottCare is in the blue folder on the second floor', ago: 3 * dayLength + hour },
  {
    text: 'Order running shoes before the half marathon',
    ago: 5 * dayLength + 4 * hour,
    made: { kind: 'task', id: 'sample-task-7', title: 'Order running shoes' },
  },
  {
    text: 'told Ashley we would have a date night on Saturday',
    ago: 9 * dayLength,
    made: { kind: 'promise', id: 'sample-promise-1', title: 'date night (to Ashley)' },
  },
]

/** A sample thought with what the rules really say of it. */
export type ReadSample = SampleCapture & { readonly said: Classification }

/** Has the classifier read the sample: what it says there is what it would say of the owner's own words. */
export async function readSampleCaptures(now: Instant, zone: TimeZone): Promise<readonly ReadSample[]> {
  // Its lexicons are loaded with the first thought, sample or not.
  const { classify } = await import('../capture/classify.ts')
  const known = { zone, clients: ['Memphis', 'Raleigh', 'Orlando', 'ScottCare'], people: ['Ashley', 'Sam'] }
  return Promise.all(
    samples.map(async (sample) => ({
      ...sample,
      said: await classify(sample.text, { ...known, now: now - sample.ago, corrections: [], reviewBelow: 0.6 }),
    })),
  )
}

/** Keeps the sample's thoughts and their answers. Runs inside the caller's transaction. */
export function addSampleCaptures(db: Writer, read: readonly ReadSample[], now: Instant, zone: TimeZone): void {
  read.forEach(({ ago, corrected, made, said, text, waits = false }, index) => {
    const id = `sample-capture-${index + 1}`
    const at = now - ago
    const review = said.review || waits
    insertCapture(db, { id, text, at, origin: 'sample' })
    const keep = (number: number, { classifier, ...rest }: AnswerGiven, state: 'proposed' | 'accepted' | 'corrected') => {
      // What would have to be written is named by the sample itself; a note, an idea or a thought is the capture and needs no more.
      const became = state === 'accepted' ? [made ?? null, ...(made === undefined ? routed(rest, id, zone) : [])] : []
      const answer: CaptureAnswerRecord = { said: rest, made: became.filter((one) => one !== null), unheard: null }
      const { class: kind, confidence } = rest
      const answerId = `${id}-answer-${number}`
      const when = at + (number - 1) * minute
      insertClassification(db, { id: answerId, captureId: id, classifier, class: kind, confidence, review, answer, at: when, state })
    }
    if (corrected === undefined) keep(1, said, review ? 'proposed' : 'accepted')
    else {
      keep(1, said, 'corrected')
      const word = { ...said, class: corrected, confidence: 1, review: false, reason: 'You said so.', features: [], segments: [] }
      keep(2, { ...word, classifier: 'owner' }, 'accepted')
    }
  })
}

type AnswerGiven = Omit<Classification, 'classifier'> & { readonly classifier: string }

function routed(said: Omit<Classification, 'classifier'>, id: string, zone: TimeZone): readonly Made[] {
  return routesOf(said, zone).map((route) => madeOf(route, id))
}
