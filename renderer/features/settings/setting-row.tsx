import { useId } from 'react'
import type { ReactNode } from 'react'
import type { FieldWiring } from '../../ui/field.tsx'
import { Button } from '../../ui/button.tsx'
import type { Setting } from './use-setting.ts'

/** One setting on one line: what it is on the left, its control on the right, every control on the same edge. */
export function SettingRow({
  setting,
  problem,
  note,
  onReset,
  children,
}: {
  readonly setting: Setting
  readonly problem: string | null
  /** What the value comes to, said under the name. */
  readonly note?: ReactNode
  /** Back to the default; offered where another value holds. */
  readonly onReset?: (value: unknown) => void
  readonly children: (wiring: FieldWiring) => ReactNode
}) {
  const id = useId()
  const { hint, label, reset } = setting
  const said = problem ?? hint
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1.5 py-2.5">
      <div className="min-w-44 flex-1">
        <label htmlFor={id}>{label}</label>
        {said !== undefined && (
          <p
            id={`${id}-note`}
            role={problem === null ? undefined : 'alert'}
            className={`text-s text-pretty ${problem === null ? 'text-ink-3' : 'text-critical'}`}
          >
            {said}
          </p>
        )}
        {problem === null && note}
      </div>
      <div className="flex max-w-full flex-wrap items-center justify-end gap-2">
        {reset !== null && onReset !== undefined && (
          <Button kind="quiet" size="s" onClick={() => onReset(reset.value)} className="text-ink-3!">
            {reset.words}
          </Button>
        )}
        {children({ id, 'aria-describedby': said === undefined ? undefined : `${id}-note`, 'aria-invalid': problem !== null })}
      </div>
    </div>
  )
}
