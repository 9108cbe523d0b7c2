import { Brain, BriefcaseBusiness, CloudLightning, Eye, HeartHandshake, Lightbulb, ListChecks, Shapes, StickyNote } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { CaptureClassName } from '../../../shared/model/capture.ts'

const icons: Readonly<Record<CaptureClassName, LucideIcon>> = {
  thinking: Brain,
  venting: CloudLightning,
  observation: Eye,
  note: StickyNote,
  idea: Lightbulb,
  personal_task: ListChecks,
  work_task: BriefcaseBusiness,
  commitment: HeartHandshake,
  mixed: Shapes,
}

/** A shape for each class; its name always stands beside it. */
export function ClassMark({ kind }: { readonly kind: CaptureClassName }) {
  const Icon = icons[kind]
  return <Icon aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={1.8} />
}
