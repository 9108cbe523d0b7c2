import { useState } from 'react'
import type { BackupView } from '../../../shared/ipc/data.ts'
import { Moment } from '../../app/moment.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { sizeWords } from './size-words.ts'
import { dataStrings as words } from './strings.ts'

export function BackupRow({ backup }: { readonly backup: BackupView }) {
  const busy = useFeature('data', (state) => state.busy)
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const which = `${words.reasons[backup.reason]}, ${formats.exact(backup.at)}`
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{words.reasons[backup.reason]}</span>
        <Moment at={backup.at} className="text-s text-ink-2" />
        <span className="text-s text-ink-3">
          {sizeWords(backup.bytes, formats)}
          {backup.encrypted && `, ${words.encrypted}`}
        </span>
        <Button
          size="s"
          kind="quiet"
          className="ml-auto"
          aria-label={words.restoreName(which)}
          aria-expanded={isOpen}
          disabled={busy !== null}
          onClick={() => setOpen(!isOpen)}
        >
          {words.restore}
        </Button>
      </div>
      {isOpen && <RestorePanel backup={backup} which={which} onDone={() => setOpen(false)} />}
    </>
  )
}
