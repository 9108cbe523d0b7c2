import { useEffect, useState } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useFeature } from '../../app/services.tsx'
import { settingsStrings as words } from './strings.ts'

/** What the rule would have said with this value over the last days. */
export function ThresholdPreview({ path, value }: { readonly path: string; readonly value: number }) {
  const preview = useFeature('settings', (state) => state.preview)
  const [answer, setAnswer] = useState<OutputOf<'settings:preview'> | null>(null)
  useEffect(() => {
    let current = true
    const ask = async () => {
      const found = await preview(path, value)
      if (current) setAnswer(found)
    }
    void ask()
    return () => {
      current = false
    }
  }, [preview, path, value])
  return (
    <p aria-live="polite" className="min-h-4.5 text-s text-ink-3 tabular-nums">
      {answer !== null && words.preview(answer.days, answer.alerts, answer.now)}
    </p>
  )
}
