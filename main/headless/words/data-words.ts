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

export type Erasable = {
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  readonly backUpFirst: boolean
  readonly backups: number
  readonly folder: string
}

/** What erasing takes away, table by table, and what stays. */
export function erasableWords({ tables, backUpFirst, backups, folder }: Erasable): string {
  const gone =
    tables.length === 0 ? ['  nothing: there is no data'] : tables.map(({ rows, table }) => `  ${table.replaceAll('_', ' ')}: ${rows}`)
  const stays = backups === 0 ? '' : ` So do the backups there are (${backups} in ${folder}).`
  const first = backUpFirst ? 'A last backup is made first; it brings everything back.' : 'No backup is made first.'
  return ['This deletes:', ...gone, `Configuration, keys and archives stay.${stays} ${first}`].join('\n')
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
