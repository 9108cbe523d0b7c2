import { CircleCheck, HeartHandshake, Lightbulb, ListChecks, NotebookText, StickyNote } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import type { CaptureView, Made } from '../../../shared/model/capture.ts'
import { Button } from '../../ui/button.tsx'
import { outcomeParts } from './outcome-words.ts'
import { captureStrings as words } from './strings.ts'

const icons: Readonly<Record<Made['kind'], LucideIcon>> = {
  task: ListChecks,
  promise: HeartHandshake,
  note: StickyNote,
  idea: Lightbulb,
  journal: NotebookText,
}

/** One line on what became of the thought, and the way back. It takes the focus, so that Z undoes and any letter begins the next thought. */
export function CaptureOutcome({
  saved,
  onUndo,
  ref,
}: {
  readonly saved: CaptureView
  readonly onUndo: () => void
  readonly ref: Ref<HTMLDivElement>
}) {
  const canUndo = saved.state !== 'undone' && saved.made.some((made) => made.kind === 'task' || made.kind === 'promise')
  return (
    <div ref={ref} tabIndex={-1} className="flex min-h-32 items-center gap-4 px-6 outline-none">
      <div role="status" className="flex min-w-0 flex-1 flex-col gap-1">
        {outcomeParts(saved).map((part, index) => {
          const Icon = part.kind === null ? CircleCheck : icons[part.kind]
          return (
            // The parts of one answer do not move among themselves.
            <p key={index} className="flex min-w-0 items-center gap-2.5 text-l">
              <Icon aria-hidden="true" className="size-4 shrink-0 text-good" strokeWidth={1.8} />
              <span className="shrink-0 font-medium">{part.label}</span>
              {part.title !== null && <span className="truncate text-ink-2">{part.title}</span>}
            </p>
          )
        })}
        <p className="pl-6.5 text-s text-ink-3">{words.writeOn}</p>
      </div>
      {canUndo && (
        <Button onClick={onUndo} hotkey="Z">
          {words.undo}
        </Button>
      )}
    </div>
  )
}
