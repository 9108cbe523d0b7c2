import type { ReactNode } from 'react'

/** A key on the keyboard. */
export function Kbd({ children, inherit = false }: { readonly children: ReactNode; readonly inherit?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={`inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-[4px] border px-1 font-sans text-[0.65625rem] leading-none font-medium ${
        inherit ? 'border-current/50 text-current' : 'border-line bg-surface text-ink-3'
      }`}
    >
      {children}
    </kbd>
  )
}
