import type { Instant } from '../domain/instant.ts'
import type { Reader, Writer } from './handle.ts'

/** Mutes a rule until a moment; null is until it is unmuted by hand. */
export function muteRule(db: Writer, rule: string, until: Instant | null): void {
  db.run('INSERT OR REPLACE INTO mutes (rule, until) VALUES (?, ?)', rule, until)
}

/** False when it was not muted. */
export function unmuteRule(db: Writer, rule: string): boolean {
  return db.run('DELETE FROM mutes WHERE rule = ?', rule).changes > 0
}

/** Muted rules and until when. */
export function loadMutes(db: Reader, now: Instant): ReadonlyMap<string, Instant | null> {
  const mutes = db.all<{ rule: string; until: Instant | null }>(
    'SELECT rule, until FROM mutes WHERE until IS NULL OR until > ? ORDER BY rule',
    now,
  )
  return new Map(mutes.map(({ rule, until }) => [rule, until]))
}
