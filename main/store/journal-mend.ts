import type { Instant } from '../domain/instant.ts'
import type { Writer } from './handle.ts'
import { chainStart, type JournalRow } from './journal-chain.ts'
import { loadAnchors } from './journal-verify.ts'

/**
 * Says of entries that damage has taken that they are lost, so that the chain holds across the gaps and every later edit still shows.
 * `knownHead` is what the damaged file said its newest entry was, if it could still be read. Answers how many entries are lost.
 */
export function mendJournal(db: Writer, knownHead: { readonly id: number; readonly hash: string } | undefined, at: Instant): number {
  return db.transaction(() => {
    let lost = 0
    let link = { id: 0, hash: chainStart }
    const gap = (firstId: number, lastId: number, hash: string) => {
      const { changes } = db.run(
        `INSERT INTO journal_anchors (last_id, first_id, hash, kind, file, at) VALUES (?, ?, ?, 'lost', NULL, ?) ON CONFLICT (last_id) DO NOTHING`,
        lastId,
        firstId,
        hash,
        at,
      )
      if (changes > 0) lost += lastId - firstId + 1
    }
    const anchors = loadAnchors(db)
    for (const row of db.all<Pick<JournalRow, 'id' | 'hash' | 'previous_hash'>>(
      'SELECT id, hash, previous_hash FROM journal ORDER BY id',
    )) {
      for (const anchor of anchors)
        if (anchor.first_id <= link.id + 1 && anchor.last_id > link.id && anchor.last_id < row.id)
          link = { id: anchor.last_id, hash: anchor.hash }
      if (row.id > link.id + 1) gap(link.id + 1, row.id - 1, row.previous_hash)
      link = { id: row.id, hash: row.hash }
    }
    const head = knownHead && knownHead.id > link.id ? knownHead : undefined
    if (head) gap(link.id + 1, head.id, head.hash)
    const { id, hash } = head ?? lastLink(db, link)
    db.run('UPDATE journal_head SET id = ?, hash = ?', id, hash)
    return lost
  })
}

/** Everything may be archived: then the last anchor is the newest link. */
function lastLink(db: Writer, link: { readonly id: number; readonly hash: string }): { readonly id: number; readonly hash: string } {
  const anchor = loadAnchors(db).at(-1)
  return anchor && anchor.last_id > link.id ? { id: anchor.last_id, hash: anchor.hash } : link
}
