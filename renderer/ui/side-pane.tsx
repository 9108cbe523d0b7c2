import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** What stands beside a list for the one that was opened; in a narrow window, in its place. */
export function SidePane({
  title,
  close,
  returnFocus,
  onClose,
  children,
}: {
  readonly title: string
  readonly close: string
  /** The id of what has the focus again when the pane closes. */
  readonly returnFocus: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <aside
      aria-label={title}
      data-return-focus={returnFocus}
      className="flex min-h-0 flex-col overflow-y-auto border-l border-line @max-[48rem]/main:border-l-0"
    >
      <header className="sticky top-0 z-10 flex min-h-10.25 shrink-0 items-center justify-between border-b border-line bg-surface pr-2.5 pl-5">
        <h2 className="text-m">{title}</h2>
        <Button kind="quiet" size="s" onClick={onClose} aria-label={close} className="px-1.5!">
          <X aria-hidden="true" />
        </Button>
      </header>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-20">{children}</div>
    </aside>
  )
}
