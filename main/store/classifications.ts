import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'
import { fromJson } from './values.ts'

export type ClassificationState = 'proposed' | 'accepted' | 'corrected' | 'rejected' | 'undone'

/** One answer to what a capture is. `answer` is everything the classifier said and what the route made of it. */
export type Classification<Answer = unknown> = {
  readonly id: string
  readonly captureId: string
  /** rules, claude, owner. */
  readonly classifier: string
  readonly class: string
  readonly confidence: number
  readonly review: boolean
  readonly answer: Answer
  readonly at: Instant
  readonly state: ClassificationState
}

type Row = Omit<Classification, 'review' | 'answer'> & { readonly review: number; readonly answer: string }

const columns = 'id, capture_id AS captureId, classifier, class, confidence, review, answer, at, state'

function classificationOf<Answer>({ review, answer, ...row }: Row): Classification<Answer> {
  return { ...row, review: review === 1, answer: fromJson<Answer>(answer) }
}

export function insertClassification(db: Writer, { review, answer, ...rest }: Classification): void {
  const sql = 'INSERT INTO classifications VALUES (:id, :captureId, :classifier, :class, :confidence, :review, :answer, :at, :state)'
  db.run(sql, { ...rest, review: review ? 1 : 0, answer: JSON.stringify(answer) })
}

/** What became of an answer; the answer itself stays as it was given, unless the route adds what it made. */
export function updateClassification(
  db: Writer,
  id: string,
  change: { readonly state: ClassificationState; readonly answer?: unknown },
): boolean {
  if (change.answer === undefined) return db.run('UPDATE classifications SET state = ? WHERE id = ?', change.state, id).changes > 0
  return (
    db.run('UPDATE classifications SET state = ?, answer = ? WHERE id = ?', change.state, JSON.stringify(change.answer), id).changes > 0
  )
}

/** Every answer to one capture, the oldest first. */
export function listClassifications<Answer = unknown>(db: Reader, captureId: string): readonly Classification<Answer>[] {
  return db
    .all<Row>(`SELECT ${columns} FROM classifications WHERE capture_id = ? ORDER BY at, rowid`, captureId)
    .map(classificationOf<Answer>)
}

/** Answers that wait for the owner's word, the oldest first. */
export function loadReviewQueue<Answer = unknown>(db: Reader): readonly Classification<Answer>[] {
  const sql = `SELECT ${columns} FROM classifications WHERE state = 'proposed' AND review = 1 ORDER BY at, id`
  return db.all<Row>(sql).map(classificationOf<Answer>)
}
