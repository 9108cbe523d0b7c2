import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlLook } from './field.tsx'

/** The system's own list, in this window's frame: its arrow and its inset differ from one system to the next. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative block w-full min-w-0', className)}>
      <select {...rest} className={`${controlLook} appearance-none truncate pr-8`} />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        strokeWidth={2}
      />
    </span>
  )
}
