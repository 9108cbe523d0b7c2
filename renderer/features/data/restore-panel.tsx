import { useEffect, useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { BackupView, RestorePreviewView } from '../../../shared/ipc/data.ts'
import { useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx'
import { dataStrings as words } from './strings.ts'

/** What a restore would change, before it is done. An encrypted backup is opened first. */
export function RestorePanel({
  backup,
  which,
  onDone,
}: {
  readonly backup: BackupView
  readonly which: string
  readonly onDone: () => void
}) {
  const { busy, preview, restore } = useParts('data', 'busy', 'preview', 'restore')
  const { encrypted, name } = backup
  const [passphrase, setPassphrase] = useState('')
  const [found, setFound] = useState<RestorePreviewView | null>(null)
  useEffect(() => {
    if (!encrypted) void preview(name, '').then(setFound)
    // By its name: each look reads the list again, and the same backup is another object in it; that must not be looked into anew for ever.
  }, [encrypted, name, preview])
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (found === null) setFound(await preview(name, passphrase))
    else if (await restore(name, passphrase)) onDone()
  }
  return (
    <form aria-label={words.restoreTitle(which)} onSubmit={(event) => void submit(event)} className="mt-2 mb-1 flex flex-col gap-2.5">
      {encrypted && found === null && (
        <Field label={words.openWith} hint={words.openWithHint}>
          {(wiring) => (
            <input
              {...wiring}
              type="password"
              autoComplete="off"
              maxLength={1000}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
              className={controlLook}
            />
          )}
        </Field>
      )}
      {found !== null && <Changes preview={found} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="s" disabled={busy !== null || (found === null && !encrypted)}>
          {found === null && encrypted ? words.look : words.restoreNow}
        </Button>
        <Button size="s" kind="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
        <span className="text-s text-ink-3">{words.restoreWhy}</span>
      </div>
    </form>
  )
}

/** What the owner knows by name and differs; what the operator keeps for itself goes along unmentioned. */
function Changes({ preview }: { readonly preview: RestorePreviewView }) {
  const formats = useFormats()
  const { restored } = preview.newest
  const changed = preview.tables.filter(({ table, now, restored: then }) => table in words.tables && now !== then)
  return (
    <div>
      {changed.length === 0 && <p className="text-s text-ink-2">{words.sameCounts}</p>}
      {changed.length > 0 && (
        <Table label={words.wouldChange} columns={words.columns}>
          {changed.map(({ table, now, restored: then }) => (
            <Row key={table}>
              <HeadCell>{words.tables[table]}</HeadCell>
              <Cell>{formats.number(now)}</Cell>
              <Cell>{formats.number(then)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {restored !== null && <p className="mt-1.5 text-s text-ink-3">{words.newest(formats.exact(restored))}</p>}
    </div>
  )
}
