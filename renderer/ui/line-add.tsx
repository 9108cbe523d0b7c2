import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode, Ref, SyntheticEvent } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

/** One line to write something down in. What was typed stays where it was refused, with the reason. */
export function LineAdd({
  label,
  hint,
  button,
  onAdd,
  mostCharacters = 500,
  field,
  className,
  children,
}: {
  readonly label: string
  readonly hint: string
  readonly button: string
  /** Resolves to the words of a refusal; null when it was added. */
  readonly onAdd: (text: string) => Promise<string | null>
  readonly mostCharacters?: number
  readonly field?: Ref<HTMLInputElement>
  readonly className?: string
  /** What stands at the end of the line. */
  readonly children?: ReactNode
}) {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const refused = await onAdd(text.trim())
    setProblem(refused)
    if (refused === null) setText('')
  }
  return (
    <form onSubmit={(event) => void submit(event)} className={classNames('min-w-0', className)}>
      <div className="flex min-h-10 items-center gap-3 pr-2 pl-5 focus-within:shadow-[inset_0_-2px_var(--accent)]">
        <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          ref={field}
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          placeholder={hint}
          value={text}
          maxLength={mostCharacters}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          className="min-w-0 flex-1 bg-transparent py-1 outline-none"
        />
        {text.trim() !== '' && (
          <Button type="submit" kind="quiet" size="s" className="min-h-6! text-accent!">
            {button}
          </Button>
        )}
        {children}
      </div>
      {problem !== null && (
        <p id={id} role="alert" className="px-5 pb-2 text-s text-critical">
          {problem}
        </p>
      )}
    </form>
  )
}
