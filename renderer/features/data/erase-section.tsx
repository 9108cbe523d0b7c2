import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { DeedResult } from './deed-result.tsx'
import { dataStrings as words } from './strings.ts'

/** The one deed that needs a typed word. The word is judged where it is done, not here. */
export function EraseSection() {
  const { busy, erase } = useParts('data', 'busy', 'erase')
  const list = useFeature('data', (state) => valueOf(state.list))
  const endFirstRun = useFeature('shell', (shell) => shell.endFirstRun)
  const formats = useFormats()
  const [confirmation, setConfirmation] = useState('')
  const [backUpFirst, setBackUpFirst] = useState(true)
  if (list === null) return null
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    // Whoever erases is no newcomer: the first run would hide what was done, and the way back.
    endFirstRun()
    const erased = await erase(confirmation, backUpFirst, ({ rows, backupsLeft }) =>
      [words.erased(formats.number(rows)), ...(backupsLeft > 0 ? [words.backupsLeft(formats.number(backupsLeft), list.folder)] : [])].join(
        ' ',
      ),
    )
    if (erased) setConfirmation('')
  }
  return (
    <section aria-labelledby="erase" className="rounded-card border border-line-strong px-4 py-3.5">
      <h2 id="erase" className="mb-1 text-l">
        {words.erase}
      </h2>
      <p className="text-ink-2">{words.eraseWhat}</p>
      <p className="mt-1 mb-3 text-s text-ink-3">{words.eraseSources}</p>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Switch wide label={words.eraseFirst} checked={backUpFirst} onChange={setBackUpFirst} />
        <Field label={words.eraseWord(list.eraseWord)}>
          {(wiring) => (
            <div className="flex flex-wrap gap-2">
              <input
                {...wiring}
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                value={confirmation}
                onChange={(event) => setConfirmation(event.target.value)}
                className={`${controlLook} max-w-40`}
              />
              <Button type="submit" disabled={busy !== null || confirmation === ''} className="text-critical!">
                {words.erase}
              </Button>
            </div>
          )}
        </Field>
      </form>
      <DeedResult of={['erase']} />
    </section>
  )
}
