import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { Formats } from '../../app/formats.ts'
import { saveFile } from '../../app/save-file.ts'
import { useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { DeedResult } from './deed-result.tsx'
import { sizeWords } from './size-words.ts'
import { dataStrings as words } from './strings.ts'

/** Checking, compacting, and the journal's files. */
export function CareSection() {
  const { busy, run } = useParts('data', 'busy', 'run')
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const verify = () => run('verify', async (client) => verdictWords(await client.call('data:verify', {}), formats))
  const vacuum = () =>
    run('vacuum', async (client) => {
      const { bytesBefore, bytesAfter } = await client.call('data:vacuum', {})
      return words.vacuumed(sizeWords(bytesBefore, formats), sizeWords(bytesAfter, formats))
    })
  const exportJournal = () =>
    run('export', async (client) => {
      const exported = await client.call('data:export', {})
      const entries = formats.number(exported.entries)
      if (exported.kind === 'file') return words.exportedTo(entries, exported.file)
      saveFile(`journal-${today}.jsonl`, 'application/jsonl', exported.text)
      return words.exported(entries)
    })
  return (
    <section aria-labelledby="data-care">
      <h2 id="data-care" className="mb-2.5 text-l">
        {words.care}
      </h2>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy !== null} onClick={() => void verify()}>
          {words.verify}
        </Button>
        <Button disabled={busy !== null} onClick={() => void vacuum()}>
          {words.vacuum}
        </Button>
        <Button disabled={busy !== null} onClick={() => void exportJournal()}>
          {words.exportJournal}
        </Button>
      </div>
      <ArchiveForm />
      <DeedResult of={['verify', 'vacuum', 'export', 'archive']} />
    </section>
  )
}

/** Found unsound is an answer to a check, and yet a refusal to call anything well: thrown, so that it is shown as a problem. */
function verdictWords({ ok, problems, journal }: OutputOf<'data:verify'>, formats: Formats): string {
  if (!ok || !journal.ok) throw new Error(words.unsound([...problems, ...(journal.ok ? [] : [journal.reason])].join('; ')))
  const sound = words.verified(formats.number(journal.entries))
  return journal.lost === 0 ? sound : `${sound} ${words.lost(formats.number(journal.lost))}`
}

function ArchiveForm() {
  const { busy, run } = useParts('data', 'busy', 'run')
  const formats = useFormats()
  const [text, setText] = useState('90')
  const days = /^[1-9]\d{0,4}$/.test(text.trim()) && Number(text) <= 36_500 ? Number(text) : null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (days === null) return
    void run('archive', async (client) => {
      const { entries, file } = await client.call('data:archive', { olderThanDays: days })
      return file === null ? words.nothingOld : words.archived(formats.number(entries), file)
    })
  }
  return (
    <form onSubmit={submit} className="mt-3">
      <Field label={words.archiveDays} hint={words.archiveHint} problem={days === null ? words.notDays : null}>
        {(wiring) => (
          <div className="flex gap-2">
            <input
              {...wiring}
              inputMode="numeric"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={`${controlLook} w-20!`}
            />
            <Button type="submit" disabled={busy !== null || days === null}>
              {words.archive}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
