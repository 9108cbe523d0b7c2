import { useEffect, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Message } from '../../ui/message.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BackupRow } from './backup-row.tsx'
import { DeedResult } from './deed-result.tsx'
import { sizeWords } from './size-words.ts'
import { dataStrings as words } from './strings.ts'

/** Every backup there is, and one more when asked. */
export function BackupsSection() {
  const loaded = useFeature('data', (state) => state.list)
  const load = useFeature('data', (state) => state.load)
  useEffect(() => {
    void load()
  }, [load])
  const value = valueOf(loaded)
  return (
    <section aria-labelledby="backups-made">
      <h2 id="backups-made" className="mb-1 text-l">
        {words.backups}
      </h2>
      {value === null && loaded.kind === 'loading' && <Skeleton label={words.loading} rows={2} />}
      {loaded.kind === 'failed' && (
        <Message words={[words.failed, loaded.words]} tone="problem">
          <Button onClick={() => void load()}>{words.retry}</Button>
        </Message>
      )}
      {value !== null && (
        <>
          <p className="mb-2.5 text-s break-words text-ink-3">{words.folder(value.folder)}</p>
          {value.backups.length === 0 && <p className="text-ink-2">{words.none}</p>}
          {value.backups.length > 0 && (
            <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-card border border-line">
              {value.backups.map((backup) => (
                <li key={backup.name} className="px-4 py-2">
                  <BackupRow backup={backup} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <BackUpNow />
      <DeedResult of={['back-up', 'preview', 'restore']} />
    </section>
  )
}

function BackUpNow() {
  const { busy, run } = useParts('data', 'busy', 'run')
  const formats = useFormats()
  const [passphrase, setPassphrase] = useState('')
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const made = await run('back-up', async (client) => {
      const { backup, shrunkFrom } = await client.call('data:back-up', passphrase === '' ? {} : { passphrase })
      const said = words.backedUp(sizeWords(backup.bytes, formats))
      return shrunkFrom === null ? said : `${said} ${words.shrunk}`
    })
    if (made) setPassphrase('')
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-3">
      <Field label={words.passphrase} hint={words.passphraseHint}>
        {(wiring) => (
          <div className="flex flex-wrap gap-2">
            <input
              {...wiring}
              type="password"
              autoComplete="new-password"
              maxLength={1000}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
              className={`${controlLook} min-w-40 flex-1`}
            />
            <Button type="submit" disabled={busy !== null}>
              {words.backUp}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
