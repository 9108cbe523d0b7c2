import type { Made } from '../../../shared/model/capture.ts'
import type { CaptureClass, Classification } from '../../domain/capture.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Capture } from '../../store/captures.ts'
import {
  insertClassification,
  listClassifications,
  updateClassification,
  type Classification as Kept,
} from '../../store/classifications.ts'
import type { Writer } from '../../store/database.ts'
import { appendJournal } from '../../store/journal.ts'
import type { CaptureAnswerRecord } from './capture-answer.ts'
import { currentAnswer } from './capture-view.ts'
import { makeRouted, unmake } from './make-routed.ts'
import { routesOf } from './route-capture.ts'

export type Answer = Kept<CaptureAnswerRecord>

export type AnswerTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: () => TimeZone
  readonly isWorkConnected: () => boolean
}

/** What classifiers and the owner said of captures, and what was made of it. Every function writes; whoever calls several of them holds the transaction. */
export type Answers = {
  /** All answers to a capture, the oldest first. */
  of(captureId: string): readonly Answer[]
  /** The one in force; null while nobody has answered. */
  current(captureId: string): Answer | null
  /** Keeps what a classifier said, and makes of it what needs no review. */
  keep(capture: Capture, said: Classification, plain: boolean): void
  /** Keeps the owner's word, which needs no review. */
  keepOwnersWord(capture: Capture, said: Omit<Classification, 'classifier'>): void
  /** What an answer had made goes, for another answer to take its place. */
  replace(last: Answer): void
  /** What an answer had made goes at the owner's wish. */
  takeBack(last: Answer): void
  /** What was taken back waits for the owner's word again, where a classifier had asked for it; false where none had. */
  reopen(captureId: string): boolean
  /** The adviser should have been heard, and was not. */
  keepUnheard(last: Answer, reason: string): void
}

export function createAnswers({ clock, db, ids, isWorkConnected, zone }: AnswerTools): Answers {
  const of = (captureId: string) => listClassifications<CaptureAnswerRecord>(db, captureId)

  /** Work goes to the tasks database only where one is connected. */
  function make(said: Omit<Classification, 'classifier'>, { id: captureId, origin }: Capture): readonly Made[] {
    const isSample = origin === 'sample'
    const source = isSample ? 'sample' : 'local'
    const made = { db, ids, captureId, source, now: clock.now(), isWorkConnected: !isSample && isWorkConnected() } as const
    return routesOf(said, zone()).map((routed) => makeRouted(routed, made))
  }

  function insert(
    captureId: string,
    classifier: Answer['classifier'],
    said: { readonly class: CaptureClass; readonly confidence: number; readonly review: boolean },
    answer: CaptureAnswerRecord,
  ): void {
    const { class: kind, confidence, review } = said
    const state = review ? 'proposed' : 'accepted'
    insertClassification(db, { id: ids.next('c'), captureId, classifier, class: kind, confidence, review, answer, at: clock.now(), state })
  }

  function journal(type: string, title: string, data: Readonly<Record<string, unknown>>): void {
    appendJournal(db, [{ at: clock.now(), type, source: 'owner', severity: 'info', title, data }])
  }

  return {
    of,
    current: (captureId) => currentAnswer(of(captureId)),
    keep(capture, { classifier, ...said }, plain) {
      const made = said.review ? [] : make(said, capture)
      insert(capture.id, classifier, said, { said, made, unheard: null, ...(plain ? { plain } : {}) })
      const title = said.review ? `Kept for review, perhaps ${said.class}` : `Filed as ${said.class}`
      journal('capture_classified', title, { capture: capture.id, classifier, confidence: said.confidence, made })
    },
    keepOwnersWord(capture, said) {
      const made = make(said, capture)
      insert(capture.id, 'owner', said, { said, made, unheard: null })
      journal('capture_corrected', `Filed as ${said.class}, as you said`, { capture: capture.id, made })
    },
    replace(last) {
      for (const made of last.answer.made) unmake(made, db, clock.now())
      updateClassification(db, last.id, { state: 'corrected' })
    },
    takeBack(last) {
      const stayed = last.answer.made.filter((made) => !unmake(made, db, clock.now()))
      updateClassification(db, last.id, { state: 'undone', answer: { ...last.answer, made: [] } })
      journal('capture_undone', 'What a capture had become was taken back', { capture: last.captureId, stayed })
    },
    reopen(captureId) {
      const all = of(captureId)
      const last = currentAnswer(all)
      const asked = all.findLast(({ classifier, review }) => review && classifier !== 'owner')
      if (last?.state !== 'undone' || asked === undefined) return false
      updateClassification(db, last.id, { state: 'corrected' })
      updateClassification(db, asked.id, { state: 'proposed', answer: { ...asked.answer, made: [] } })
      journal('capture_reopened', 'A capture waits for your word again', { capture: captureId })
      return true
    },
    keepUnheard(last, unheard) {
      const asked = { times: (last.answer.asked?.times ?? 0) + 1, at: clock.now() }
      updateClassification(db, last.id, { state: last.state, answer: { ...last.answer, unheard, asked } })
    },
  }
}
