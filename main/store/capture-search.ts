import type { CaptureClass } from '../domain/capture.ts'
import type { Instant } from '../domain/instant.ts'
import type { Capture } from './captures.ts'
import type { Reader } from './handle.ts'
import { fromJson, likePattern } from './values.ts'

export type CaptureFilter = {
  /** Those filed under, or proposed as, one of these classes. */
  readonly classes?: readonly string[] | undefined
  /** Those that wait for the owner's word. */
  readonly waiting?: boolean | undefined
  readonly search?: string | undefined
  readonly before?: { readonly at: Instant; readonly id: string } | undefined
  readonly limit: number
}

/** The answer in force: the latest that was not replaced. */
const current = `(SELECT id FROM classifications AS l WHERE l.capture_id = c.id AND l.state IN ('proposed', 'accepted', 'undone') ORDER BY at DESC, rowid DESC LIMIT 1)`

/** Captures, the newest first. */
export function searchCaptures(db: Reader, { before, classes, limit, search, waiting = false }: CaptureFilter): readonly Capture[] {
  const conditions = ['(c.at, c.id) < (:at, :id)']
  if (search !== undefined && search !== '') conditions.push(String.raw`c.text LIKE :search ESCAPE '\'`)
  if (classes !== undefined)
    conditions.push(
      `EXISTS (SELECT 1 FROM classifications WHERE id = ${current} AND state = 'accepted' AND class IN (SELECT value FROM json_each(:classes)))`,
    )
  if (waiting) conditions.push(`EXISTS (SELECT 1 FROM classifications WHERE id = ${current} AND state = 'proposed')`)
  const sql = `SELECT c.id, c.text, c.at, c.origin FROM captures AS c WHERE ${conditions.join(' AND ')} ORDER BY c.at DESC, c.id DESC LIMIT :limit`
  return db.all<Capture>(sql, {
    at: before?.at ?? Number.MAX_SAFE_INTEGER,
    id: before?.id ?? '',
    limit,
    ...(search === undefined || search === '' ? {} : { search: likePattern(search) }),
    ...(classes === undefined ? {} : { classes: JSON.stringify(classes) }),
  })
}

/** Captures that nobody has said anything about yet: a crash came between keeping and classifying them. The oldest first. */
export function capturesWithoutAnswer(db: Reader): readonly Capture[] {
  return db.all<Capture>(
    'SELECT id, text, at, origin FROM captures AS c WHERE NOT EXISTS (SELECT 1 FROM classifications WHERE capture_id = c.id) ORDER BY at, id',
  )
}

export function countWaiting(db: Reader): number {
  // Asked with every status: by the index of proposals alone. An answer that is replaced is no proposal any more, so each is its capture's last word.
  const sql = "SELECT count(*) AS count FROM classifications WHERE state = 'proposed' AND review = 1"
  return db.get<{ count: number }>(sql)?.count ?? 0
}

/** What the owner said of captures of their own, the newest first: examples for what comes. */
export function ownersWords(db: Reader, limit: number): readonly { readonly text: string; readonly class: CaptureClass }[] {
  return db.all<{ text: string; class: CaptureClass }>(
    `SELECT c.text, l.class FROM classifications AS l JOIN captures AS c ON c.id = l.capture_id
     WHERE l.classifier = 'owner' AND l.state = 'accepted' AND c.origin <> 'sample' ORDER BY l.at DESC, l.rowid DESC LIMIT ?`,
    limit,
  )
}

/** What Claude said of the very same text before, unless the owner knew better; null where it was never heard of it. */
export function adviceGiven<Answer>(db: Reader, text: string): Answer | null {
  const found = db.get<{ answer: string }>(
    `SELECT l.answer FROM captures AS c JOIN classifications AS l ON l.capture_id = c.id
     WHERE c.text = ? AND l.classifier = 'claude' AND l.state <> 'corrected' ORDER BY l.at DESC, l.rowid DESC LIMIT 1`,
    text,
  )
  return found === undefined ? null : fromJson<Answer>(found.answer)
}

/** Captures since `since` whose answer in force is the rules' alone and unsure, the newest first: Claude was not heard of them yet. It is never asked about the sample. */
export function capturesToAsk(db: Reader, since: Instant, below: number): readonly Capture[] {
  return db.all<Capture>(
    `SELECT c.id, c.text, c.at, c.origin FROM captures AS c JOIN classifications AS l ON l.id = ${current}
     WHERE c.at >= ? AND c.origin <> 'sample' AND l.classifier = 'rules' AND l.state <> 'undone' AND l.confidence < ? ORDER BY c.at DESC, c.id DESC`,
    since,
    below,
  )
}
