import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Ref, SyntheticEvent } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { tasksStrings as words } from './strings.ts'

/** A task in a sentence; the operator reads the date, the client and the priority out of it. */
export function TaskAdd({ field }: { readonly field: Ref<HTMLInputElement> }) {
  const add = useFeature('tasks', (state) => state.add)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const refused = await add(text.trim())
    setProblem(refused)
    // What was typed stays where it was refused.
    if (refused === null) setText('')
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="min-w-56 flex-1">
      <div className="flex min-h-7.5 items-center gap-2 rounded-control border border-line-strong pr-1 pl-2.5 focus-within:border-accent">
        <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          ref={field}
          aria-label={words.add}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'task-add-problem'}
          placeholder={words.addHint}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          className="min-w-0 flex-1 bg-transparent py-1 outline-none"
        />
        {text.trim() !== '' && (
          <Button type="submit" kind="quiet" size="s" className="min-h-6! text-accent!">
            {words.addButton}
          </Button>
        )}
      </div>
      {problem !== null && (
        <p id="task-add-problem" role="alert" className="mt-1 text-s text-critical">
          {problem}
        </p>
      )}
    </form>
  )
}
