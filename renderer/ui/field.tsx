import { useId } from 'react'
import type { ReactNode } from 'react'

export const controlLook =
  'min-h-8 w-full min-w-0 rounded-control border border-line-strong bg-surface px-2.5 text-m text-ink outline-none transition-colors focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-1 aria-invalid:border-critical'

export type FieldWiring = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean }

/** A label, a control, and what is wrong with its value, told to those who do not see it too. */
export function Field({
  label,
  hint,
  problem = null,
  labelHidden = false,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | null
  /** Where a heading beside it says the same. */
  readonly labelHidden?: boolean
  readonly children: (wiring: FieldWiring) => ReactNode
}) {
  const id = useId()
  const note = problem ?? hint
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-s text-ink-2'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': note === undefined ? undefined : `${id}-note`, 'aria-invalid': problem !== null })}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role={problem === null ? undefined : 'alert'}
          className={`text-s ${problem === null ? 'text-ink-3' : 'text-critical'}`}
        >
          {note}
        </p>
      )}
    </div>
  )
}
