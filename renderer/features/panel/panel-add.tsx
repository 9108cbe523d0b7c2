import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useFeature } from '../../app/services.tsx'
import { panelStrings as words } from './strings.ts'

/** One line to write down a task without opening the window. */
export function PanelAdd() {
  const add = useFeature('tasks', (state) => state.add)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const refused = await add(text.trim())
    setProblem(refused)
    if (refused === null) setText('')
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="flex min-h-8 items-center gap-2 rounded-control border border-line-strong px-2.5 focus-within:border-accent">
        <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          aria-label={words.add}
          aria-invalid={problem !== null}
          placeholder={words.addHint}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
          className="min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      {problem !== null && (
        <p role="alert" className="mt-1 text-s text-critical">
          {problem}
        </p>
      )}
    </form>
  )
}
