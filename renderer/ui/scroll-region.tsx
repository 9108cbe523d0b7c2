import type { CSSProperties, ReactNode, Ref } from 'react'

/** A named part that scrolls; focusable, so that the keyboard can scroll it too. */
export function ScrollRegion({
  label,
  className,
  children,
  ref,
  style,
}: {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLElement>
  readonly style?: CSSProperties
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section ref={ref} tabIndex={0} aria-label={label} className={className} style={style}>
      {children}
    </section>
  )
}
