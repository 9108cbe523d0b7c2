import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'

/**
 * One raw thought as it was entered; never changed, never deleted (the database refuses both). `origin`: window, cli, telegram, …, or
 * sample, which alone can be taken away again.
 */
export type Capture = { readonly id: string; readonly text: string; readonly at: Instant; readonly origin: string }

/** Written before anything else happens to it. */
export function insertCapture(db: Writer, capture: Capture): void {
  db.run('INSERT INTO captures (id, text, at, origin) VALUES (:id, :text, :at, :origin)', capture)
}

export function findCapture(db: Reader, id: string): Capture | undefined {
  return db.get<Capture>('SELECT id, text, at, origin FROM captures WHERE id = ?', id)
}

/** The newest first; `before` is the last capture of the page before. */
export function listCaptures(
  db: Reader,
  page: { readonly limit: number; readonly before?: Pick<Capture, 'at' | 'id'> | undefined },
): readonly Capture[] {
  const { at, id } = page.before ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return db.all<Capture>(
    'SELECT id, text, at, origin FROM captures WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?',
    at,
    id,
    page.limit,
  )
}

/** Sample data goes as it came; the database lets no other capture go. */
export function deleteSampleCaptures(db: Writer): void {
  db.run("DELETE FROM classifications WHERE capture_id IN (SELECT id FROM captures WHERE origin = 'sample')")
  db.run("DELETE FROM captures WHERE origin = 'sample'")
}
