import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { controlLook } from '../../ui/field.tsx'
import { promisesStrings as words } from './strings.ts'

const blank = { what: '', to: '', when: '' }

/** What, to whom, by when in words. */
export function PromiseAdd() {
  const add = useFeature('promises', (state) => state.add)
  const [draft, setDraft] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = draft.what.trim() !== '' && draft.to.trim() !== ''
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!ready) return
    const phrase = draft.when.trim()
    const refused = await add({ what: draft.what.trim(), to: draft.to.trim(), ...(phrase === '' ? {} : { phrase }) })
    setProblem(refused)
    // What was typed stays where it was refused.
    if (refused === null) setDraft(blank)
  }
  const field = (name: keyof typeof blank, label: string, hint: string, look: string) => (
    <input
      aria-label={label}
      placeholder={hint}
      value={draft[name]}
      maxLength={name === 'when' ? 200 : 500}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      className={`${controlLook} ${look}`}
    />
  )
  return (
    <form onSubmit={(event) => void submit(event)} className="border-b border-line px-5 py-2.5">
      <div className="flex flex-wrap gap-2">
        {field('what', words.add, words.addHint, 'min-w-40 flex-3')}
        {field('to', words.to, words.toHint, 'min-w-24 flex-1')}
        {field('when', words.when, words.whenHint, 'min-w-24 flex-1')}
        <Button type="submit" disabled={!ready}>
          {words.addButton}
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className="mt-1 text-s text-critical">
          {problem}
        </p>
      )}
    </form>
  )
}
