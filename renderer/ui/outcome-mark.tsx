import { CircleCheck, CircleDashed, CircleOff, Clock, TriangleAlert } from 'lucide-react'
import { classNames } from './class-names.ts'

export type Outcome = 'firing' | 'clear' | 'insufficient_data' | 'not_due' | 'off'

const icons = { firing: TriangleAlert, clear: CircleCheck, insufficient_data: CircleDashed, not_due: Clock, off: CircleOff } as const

/** What a rule said of what it saw, as a shape; its words always stand beside it. */
export function OutcomeMark({ outcome, className }: { readonly outcome: Outcome; readonly className?: string }) {
  const Icon = icons[outcome]
  return <Icon aria-hidden="true" className={classNames('size-3.5 shrink-0', className)} />
}
