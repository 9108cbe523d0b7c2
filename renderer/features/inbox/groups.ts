import type { AlertView } from '../../../shared/model/alert.ts'

export type Group = 'open' | 'acknowledged' | 'snoozed' | 'closed'
export type Row = { readonly kind: 'heading'; readonly group: Group } | { readonly kind: 'alert'; readonly alert: AlertView; readonly index: number }

export function groupOf(state: AlertView['state']): Group {
  return state === 'resolved' || state === 'dismissed' ? 'closed' : state
}

/** The rows of the list: a heading wherever the group changes. The order is the operator's. */
export function rowsOf(alerts: readonly AlertView[]): readonly Row[] {
  const rows: Row[] = []
  let before: Group | null = null
  for (const [index, alert] of alerts.entries()) {
    const group = groupOf(alert.state)
    if (group !== before) rows.push({ kind: 'heading', group })
    rows.push({ kind: 'alert', alert, index })
    before = group
  }
  return rows
}
