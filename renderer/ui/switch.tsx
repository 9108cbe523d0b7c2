import { Switch as RadixSwitch } from 'radix-ui'
import { useId } from 'react'

type Toggle = {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** The switch alone, for where its label stands elsewhere. */
export function SwitchToggle({
  id,
  checked,
  onChange,
  disabled = false,
  ...described
}: Toggle & { readonly id: string; readonly 'aria-describedby'?: string | undefined }) {
  return (
    <RadixSwitch.Root
      {...described}
      id={id}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="relative inline-flex h-5 w-8.5 shrink-0 items-center rounded-full border border-ink-3 bg-sunken px-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-45"
    >
      <RadixSwitch.Thumb className="block size-3.5 rounded-full bg-ink-3 transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
    </RadixSwitch.Root>
  )
}

/** On or off, applied at once. */
export function Switch({
  label,
  wide = false,
  ...toggle
}: Toggle & {
  readonly label: string
  /** The label first, the switch at the end of the line. */
  readonly wide?: boolean
}) {
  const id = useId()
  return (
    <div className={`flex items-center gap-2 ${wide ? 'flex-row-reverse justify-between' : ''}`}>
      <SwitchToggle id={id} {...toggle} />
      <label htmlFor={id} className={wide ? '' : 'text-s text-ink-2'}>
        {label}
      </label>
    </div>
  )
}
