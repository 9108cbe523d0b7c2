import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

const kinds = {
  primary: 'border-accent bg-accent text-on-accent hover:brightness-110 active:brightness-95',
  plain: 'border-line-strong bg-surface text-ink hover:bg-sunken active:bg-line',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink active:bg-line',
  chip: 'rounded-full! border-line bg-transparent font-book! text-ink-2 hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink',
} as const

const sizes = { m: 'min-h-8 px-3.25 text-m', s: 'min-h-7 px-2.5 text-s' } as const

export type ButtonProps = ComponentProps<'button'> & {
  readonly kind?: keyof typeof kinds
  readonly size?: keyof typeof sizes
  /** The single key that does the same, shown on the button. */
  readonly hotkey?: string
}

/**
 * One that cannot be pressed now says so and keeps its place: a browser takes the focus from a button with the attribute `disabled`, and a
 * person at the keyboard who pressed "Check now" would start over at the top of the page.
 */
export function Button({ kind = 'plain', size = 'm', hotkey, className, children, disabled = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={hotkey}
      {...rest}
      aria-disabled={disabled || undefined}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium transition-[background-color,border-color,color,filter] aria-disabled:pointer-events-none aria-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0',
        kinds[kind],
        sizes[size],
        className,
      )}
    >
      {children}
      {hotkey !== undefined && <Kbd inherit={kind === 'primary'}>{hotkey}</Kbd>}
    </button>
  )
}
