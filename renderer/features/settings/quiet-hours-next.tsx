import { Moon } from 'lucide-react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { settingsStrings as words } from './strings.ts'

/** When quiet hours begin and end next. */
export function QuietHoursNext() {
  const quiet = useFeature('status', (state) => valueOf(state.status)?.quiet ?? null)
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  if (quiet === null) return null
  const moment = (at: number) => `${formats.dayName(formats.dayOf(at), today).toLowerCase()} ${formats.clock(at)}`
  const say = () => {
    if (quiet.active && quiet.until !== null) return words.quietNow(moment(quiet.until))
    if (quiet.nextStart === null) return words.quietOff
    return words.quietNext(moment(quiet.nextStart), quiet.nextEnd === null ? '' : moment(quiet.nextEnd))
  }
  return (
    <p className="flex items-center gap-2.5 rounded-row bg-sunken px-3.5 py-2.5">
      <Moon aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      {say()}
    </p>
  )
}
