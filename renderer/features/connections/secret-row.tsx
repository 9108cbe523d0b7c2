import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { SecretView } from '../../../shared/ipc/sources.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { connectionsStrings as words } from './strings.ts'

/** The pair of tokens that Oura's browser login leaves. */
export const madeByConnecting = 'OURA_OAUTH_TOKENS'

/** "Oura: an access token" is "An access token" on Oura's own card. */
function shortPurpose(purpose: string): string {
  const short = purpose.slice(purpose.indexOf(': ') + 1).trim()
  return short.charAt(0).toUpperCase() + short.slice(1)
}

/** A key: whether it is set and where, never what it is. Deleting asks once more, for it is the one thing that cannot be undone here. */
export function SecretRow({
  secret,
  whole = false,
}: {
  readonly secret: SecretView
  /** Says whose it is too. */ readonly whole?: boolean
}) {
  const [mode, setMode] = useState<'shown' | 'entering' | 'deleting'>('shown')
  const deleteSecret = useFeature('connections', (state) => state.deleteSecret)
  const refuse = useFeature('undo', (state) => state.refuse)
  const isSet = secret.place !== 'none'
  const kept = secret.place === 'keychain' || secret.place === 'file'
  const remove = async () => {
    setMode('shown')
    const refused = await deleteSecret(secret.name)
    if (refused !== null) refuse(new Error(refused))
  }
  if (mode === 'entering') return <SecretEntry secret={secret} onDone={() => setMode('shown')} />
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <KeyRound aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span>{whole ? secret.purpose : shortPurpose(secret.purpose)}</span>{' '}
        <span className="text-s text-ink-3">{words.places[secret.place]}</span>
      </span>
      {mode === 'shown' && (
        <span className="ml-auto flex gap-1">
          {secret.name !== madeByConnecting && (
            <Button size="s" aria-label={(isSet ? words.replaceName : words.setName)(secret.purpose)} onClick={() => setMode('entering')}>
              {isSet ? words.replace : words.set}
            </Button>
          )}
          {kept && (
            <Button size="s" kind="quiet" aria-label={words.removeName(secret.purpose)} onClick={() => setMode('deleting')}>
              {words.remove}
            </Button>
          )}
        </span>
      )}
      {mode === 'deleting' && (
        <div role="alert" className="flex w-full flex-wrap items-center gap-2 rounded-row bg-critical-soft px-3 py-2 text-s">
          <p className="min-w-0 flex-1">
            <strong className="font-medium">{words.reallyRemove}</strong> {words.removedForGood}
          </p>
          <Button size="s" onClick={() => setMode('shown')}>
            {words.keep}
          </Button>
          <Button size="s" onClick={() => void remove()} className="text-critical!">
            {words.remove}
          </Button>
        </div>
      )}
    </div>
  )
}

function SecretEntry({ secret, onDone }: { readonly secret: SecretView; readonly onDone: () => void }) {
  const setSecret = useFeature('connections', (state) => state.setSecret)
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (value.trim() === '') return
    const refused = await setSecret(secret.name, value.trim())
    setProblem(refused)
    if (refused === null) onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={words.valueOf(secret.purpose)} problem={problem}>
        {(wiring) => (
          <div className="flex flex-wrap gap-2">
            <input
              {...wiring}
              ref={focusEntry}
              type="password"
              autoComplete="off"
              spellCheck={false}
              maxLength={20_000}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && onDone()}
              className={`${controlLook} min-w-40 flex-1`}
            />
            <Button type="submit" kind="primary" disabled={value.trim() === ''}>
              {words.save}
            </Button>
            <Button onClick={onDone}>{words.cancel}</Button>
          </div>
        )}
      </Field>
    </form>
  )
}

/** The entry takes the place of the button that opened it, so it takes its focus too. */
function focusEntry(input: HTMLInputElement | null): void {
  input?.focus()
}
