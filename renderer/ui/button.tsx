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

export function Button({ kind = 'plain', size = 'm', hotkey, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={hotkey}
      {...rest}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium transition-[background-color,border-color,color,filter] disabled:pointer-events-none disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0',
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
