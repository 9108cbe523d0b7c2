/** 512 bytes, 4 KB, 1.5 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${Math.round(kilobytes / 102.4) / 10} MB`
}

export type Preview = { readonly tables: readonly { readonly table: string; readonly now: number; readonly restored: number }[] }

/** What a restore changes, table by table; tables that keep their number of rows are left out. */
export function previewWords({ tables }: Preview): string {
  const changed = tables.filter(({ now, restored }) => now !== restored)
  if (changed.length === 0) return 'The number of rows of every table stays as it is.'
  return changed.map(({ table, now, restored }) => `${table.replaceAll('_', ' ')}: ${now} now, ${restored} in the backup`).join('\n')
}

type Verdict = {
  readonly problems: readonly string[]
  readonly journal:
    | { readonly ok: true; readonly entries: number; readonly archived: number; readonly lost: number }
    | { readonly ok: false; readonly brokenAt: number; readonly reason: string }
}

/** Whether database and journal are whole, and what is wrong. */
export function verdictWords({ problems, journal }: Verdict): string {
  const database =
    problems.length === 0 ? 'The database is whole.' : `The database has problems:\n${problems.map((problem) => `  ${problem}`).join('\n')}`
  if (!journal.ok) return `${database}\nThe journal's chain breaks at entry ${journal.brokenAt}: ${journal.reason}.`
  const { archived, entries, lost } = journal
  const elsewhere = [archived > 0 ? `, ${archived} archived` : '', lost > 0 ? `, ${lost} lost through damage` : ''].join('')
  return `${database}\nThe journal's chain holds: ${entries} entries${elsewhere}.`
}
