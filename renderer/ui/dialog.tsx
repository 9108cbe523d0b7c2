import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/**
 * The browser's own modal dialog: it keeps focus inside, gives it back, closes on Escape and makes the rest inert, without the
 * style element that Radix's scroll lock needs and the Content-Security-Policy forbids. Mounted means open.
 */
export function Dialog({
  label,
  onClose,
  children,
  className,
}: {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly className?: string
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Not autoFocus: React focuses on mounting, when a dialog is not shown yet and nothing in it can take the focus.
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    // The backdrop belongs to the dialog element: a press on the element itself, not on its content, is a press beside it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
      className={classNames(
        'm-auto max-h-[85vh] w-[min(32rem,calc(100vw-2rem))] overflow-hidden rounded-card border border-line bg-raised p-0 text-ink shadow-2',
        className,
      )}
    >
      {children}
    </dialog>
  )
}
