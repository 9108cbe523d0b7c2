import { DropdownMenu } from 'radix-ui'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

const surface = 'z-50 min-w-44 rounded-row border border-line bg-raised p-1 text-m text-ink shadow-2'
const entry =
  'flex min-h-8 items-center gap-2 rounded-control px-2.5 outline-none data-[highlighted]:bg-accent-soft data-[disabled]:opacity-45 [&_svg]:size-4'

/**
 * A menu under its trigger. Never modal: Radix locks the page's scroll with a style element when it is, and the
 * Content-Security-Policy allows none.
 */
export function Menu({
  trigger,
  children,
  align = 'start',
  open,
  onOpenChange,
}: {
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}) {
  return (
    <DropdownMenu.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Within the page's main part: everything a screen reader finds belongs to a landmark. */}
      <DropdownMenu.Portal container={document.getElementById('screen')}>
        <DropdownMenu.Content align={align} sideOffset={4} collisionPadding={8} loop className={surface}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuItem({
  onSelect,
  children,
  detail,
}: {
  readonly onSelect: () => void
  readonly children: ReactNode
  readonly detail?: string
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={entry}>
      {children}
      {detail !== undefined && <span className="ml-auto pl-6 text-s text-ink-3">{detail}</span>}
    </DropdownMenu.Item>
  )
}

/** Stays open, so that several can be set. */
export function MenuCheck({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={`${entry} pl-8`}
    >
      <span className="absolute left-3.5 size-4">
        <DropdownMenu.ItemIndicator>
          <Check />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-1.5 pb-0.5 text-s font-medium text-ink-3">{children}</DropdownMenu.Label>
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />
}
