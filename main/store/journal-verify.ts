import type { Reader } from './handle.ts'
import { journalHead } from './journal.ts'
import { chainStart, hashOf, type JournalRow } from './journal-chain.ts'

/** Entries that are not in the journal any more, and whether by archiving or by damage. */
export type JournalAnchor = {
  readonly first_id: number
  readonly last_id: number
  readonly hash: string
  readonly kind: 'archived' | 'lost'
  readonly file: string | null
  readonly at: number
}

export type JournalVerdict =
  /** `entries` are those still here; `lost` counts those known to be gone through damage. */
  | { readonly ok: true; readonly entries: number; readonly archived: number; readonly lost: number; readonly head: string }
  | { readonly ok: false; readonly brokenAt: number; readonly reason: string }

export function loadAnchors(db: Reader): readonly JournalAnchor[] {
  return db.all<JournalAnchor>('SELECT * FROM journal_anchors ORDER BY last_id')
}

/** Follows the chain from its start, across what was archived, to its newest entry; says where it first does not hold. */
export function verifyJournal(db: Reader): JournalVerdict {
  const anchors = loadAnchors(db)
  let link = { id: 0, hash: chainStart }
  let entries = 0
  const crossAnchors = (towards: number) => {
    for (const anchor of anchors) {
      if (anchor.last_id < towards && anchor.last_id > link.id && anchor.first_id <= link.id + 1)
        link = { id: anchor.last_id, hash: anchor.hash }
    }
  }
  for (const row of db.iterate<JournalRow>('SELECT * FROM journal ORDER BY id')) {
    if (row.id !== link.id + 1) crossAnchors(row.id)
    const reason = brokenLink(row, link)
    if (reason) return { ok: false, brokenAt: row.id, reason }
    link = { id: row.id, hash: row.hash }
    entries += 1
  }
  crossAnchors(Infinity)
  const head = journalHead(db)
  if (head.id !== link.id || head.hash !== link.hash)
    return { ok: false, brokenAt: link.id + 1, reason: `the end is cut off: entries ${link.id + 1} to ${head.id} are missing` }
  return { ok: true, entries, archived: countOf(anchors, 'archived'), lost: countOf(anchors, 'lost'), head: link.hash }
}

function brokenLink(row: JournalRow, link: { readonly id: number; readonly hash: string }): string | undefined {
  if (row.id !== link.id + 1) return `entries ${link.id + 1} to ${row.id - 1} are missing`
  if (row.previous_hash !== link.hash) return `entry ${row.id} does not follow entry ${link.id}: one of them was replaced`
  return hashOf(row) === row.hash ? undefined : `entry ${row.id} was edited`
}

function countOf(anchors: readonly JournalAnchor[], kind: JournalAnchor['kind']): number {
  return anchors.filter((anchor) => anchor.kind === kind).reduce((sum, anchor) => sum + anchor.last_id - anchor.first_id + 1, 0)
}
