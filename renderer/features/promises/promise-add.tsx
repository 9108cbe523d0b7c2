import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { promisesStrings as words } from './strings.ts'

const blank = { what: '', to: '', when: '' }

/** What, to whom, by when in words: three parts of one line. */
export function PromiseAdd() {
  const add = useFeature('promises', (state) => state.add)
  const id = useId()
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
  const field = (name: keyof typeof blank, label: string, hint: string) => (
    <input
      aria-label={label}
      aria-describedby={problem === null ? undefined : id}
      placeholder={hint}
      value={draft[name]}
      maxLength={name === 'when' ? 200 : 500}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      className="min-h-10 min-w-0 flex-1 bg-transparent py-1 outline-none focus:shadow-[inset_0_-2px_var(--accent)]"
    />
  )
  const joint = 'shrink-0 text-ink-3'
  return (
    <form onSubmit={(event) => void submit(event)} className="border-b border-line">
      <div className="flex min-h-10 items-center gap-2 pr-2 pl-5">
        <Plus aria-hidden="true" className="mr-1 size-4 shrink-0 text-ink-3" />
        <span className="flex min-w-0 flex-2">{field('what', words.add, words.addHint)}</span>
        <span aria-hidden="true" className={joint}>
          {words.joints.to}
        </span>
        <span className="flex w-24 min-w-0">{field('to', words.to, words.toHint)}</span>
        <span aria-hidden="true" className={joint}>
          {words.joints.by}
        </span>
        <span className="flex w-28 min-w-0">{field('when', words.when, words.whenHint)}</span>
        <Button type="submit" kind="quiet" size="s" disabled={!ready} className="min-h-6! text-accent!">
          {words.addButton}
        </Button>
      </div>
      {problem !== null && (
        <p id={id} role="alert" className="px-5 pb-2 text-s text-critical">
          {problem}
        </p>
      )}
    </form>
  )
}
