import type { Alert, Rating } from '../domain/alert.ts'
import type { Instant } from '../domain/instant.ts'
import { severityRank } from '../domain/severity.ts'
import type { Reader, Writer } from './handle.ts'

/** Keeps what the owner thinks of an alert, with the rule and the evidence it rested on; a second rating replaces the first. */
export function rateAlert(db: Writer, alert: Alert, rating: Rating, at: Instant): void {
  db.transaction(() => {
    db.run('UPDATE alerts SET rating = ?, updated_at = ? WHERE id = ?', rating, at, alert.id)
    db.run(
      `INSERT INTO ratings (alert_id, key, rule, severity, rating, evidence, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (alert_id) DO UPDATE SET severity = excluded.severity, rating = excluded.rating, evidence = excluded.evidence, at = excluded.at`,
      alert.id,
      alert.key,
      alert.rule,
      severityRank(alert.severity),
      rating,
      JSON.stringify(alert.evidence),
      at,
    )
  })
}

/** Takes a rating back. */
export function clearRating(db: Writer, alertId: string): void {
  db.transaction(() => {
    db.run('UPDATE alerts SET rating = NULL WHERE id = ?', alertId)
    db.run('DELETE FROM ratings WHERE alert_id = ?', alertId)
  })
}

/** How often each rule was called useful, wrong or known. */
export function ratingsByRule(db: Reader): ReadonlyMap<string, Readonly<Record<Rating, number>>> {
  const byRule = new Map<string, Record<Rating, number>>()
  const sql = 'SELECT rule, rating, count(*) AS count FROM ratings GROUP BY rule, rating ORDER BY rule'
  for (const { rule, rating, count } of db.all<{ rule: string; rating: Rating; count: number }>(sql)) {
    const counts = byRule.get(rule) ?? { useful: 0, wrong: 0, known: 0 }
    counts[rating] = count
    byRule.set(rule, counts)
  }
  return byRule
}
