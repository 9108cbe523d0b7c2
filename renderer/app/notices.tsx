import { X } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { useFeature } from './services.tsx'
import { appStrings as words } from './strings.ts'
import { useShortcuts } from './use-shortcuts.ts'

/**
 * The line at the foot: what was last done, with Undo, or what was refused. It stays until the next deed or until it is put away:
 * nothing that matters disappears by itself.
 */
export function Notices() {
  const shown = useFeature('undo', (state) => state.shown)
  const refusal = useFeature('undo', (state) => state.refusal)
  const undo = useFeature('undo', (state) => state.undo)
  const putAway = useFeature('undo', (state) => state.putAway)
  useShortcuts({ z: () => void undo() })
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 z-30 flex flex-col items-center gap-2 p-4">
      <div role="alert">
        {refusal !== null && (
          <div className="pointer-events-auto flex max-w-[60ch] items-center gap-3 rounded-row border border-critical bg-critical-soft py-1.5 pr-1.5 pl-3.5 shadow-2">
            <p>
              <strong className="font-medium text-critical">{words.notDone}.</strong> {refusal}
            </p>
            <Button kind="quiet" size="s" onClick={putAway} aria-label={words.putAway}>
              <X aria-hidden="true" />
            </Button>
          </div>
        )}
      </div>
      <div role="status">
        {shown !== null && refusal === null && (
          <div className="pointer-events-auto flex max-w-[60ch] items-center gap-2 rounded-row border border-line bg-raised py-1.5 pr-1.5 pl-3.5 shadow-2">
            <p className="min-w-0 truncate">{shown}</p>
            <Button kind="quiet" size="s" hotkey="Z" onClick={() => void undo()} className="text-accent!">
              {words.undo}
            </Button>
            <Button kind="quiet" size="s" onClick={putAway} aria-label={words.putAway} className="px-1.5">
              <X aria-hidden="true" />
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
