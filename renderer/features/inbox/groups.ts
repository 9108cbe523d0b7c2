import type { AlertView } from '../../../shared/model/alert.ts'

export type Row =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'alert'; readonly alert: AlertView; readonly index: number }

/** The rows of the list in the operator's order, with a heading wherever `headingOf` gives another one than before; null gives none. */
export function rowsOf(alerts: readonly AlertView[], headingOf: (alert: AlertView) => string | null): readonly Row[] {
  const rows: Row[] = []
  let before: string | null = null
  for (const [index, alert] of alerts.entries()) {
    const text = headingOf(alert)
    if (text !== null && text !== before) rows.push({ kind: 'heading', text })
    rows.push({ kind: 'alert', alert, index })
    before = text
  }
  return rows
}
