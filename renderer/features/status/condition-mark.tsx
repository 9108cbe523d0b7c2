import { Circle, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import type { SourceView } from '../../../shared/model/status.ts'

/** How a source stands, as a shape. */
export function ConditionMark({ condition }: { readonly condition: SourceView['condition'] }) {
  if (condition === 'ok') return <CircleCheck aria-hidden="true" className="size-4 text-good" />
  if (condition === 'off') return <Circle aria-hidden="true" className="size-4 text-ink-3" />
  if (condition === 'not_configured') return <CircleDashed aria-hidden="true" className="size-4 text-ink-3" />
  return <TriangleAlert aria-hidden="true" className="size-4 text-high" />
}
