import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { AlertView } from '../../../shared/model/alert.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { inboxStrings as words } from './strings.ts'

/** It takes the place of the menu it was chosen in, so it takes the focus too. */
function focusIt(input: HTMLInputElement | null): void {
  input?.focus()
}

/** A time in words, as the command line takes it. */
export function SnoozeUntil({ alert, onDone }: { readonly alert: AlertView; readonly onDone: () => void }) {
  const snoozeFor = useFeature('inbox', (state) => state.snoozeFor)
  const [phrase, setPhrase] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (phrase.trim() === '') return
    const refused = await snoozeFor(alert, phrase.trim())
    setProblem(refused)
    if (refused === null) onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="mb-6 max-w-md">
      <Field label={words.snooze.untilLabel} problem={problem}>
        {(wiring) => (
          <div className="flex gap-2">
            <input
              {...wiring}
              ref={focusIt}
              value={phrase}
              maxLength={200}
              placeholder={words.snooze.untilHint}
              onChange={(event) => setPhrase(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && onDone()}
              className={controlLook}
            />
            <Button type="submit" kind="primary" disabled={phrase.trim() === ''}>
              {words.actions.snooze}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
