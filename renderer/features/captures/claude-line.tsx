import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { capturesStrings as words } from './strings.ts'

/** What Claude was asked today and what that cost, or that it is not asked at all. */
export function ClaudeLine() {
  const claude = useFeature('captures', (state) => state.claude)
  const formats = useFormats()
  if (claude === null) return null
  const cost = claude.costToday === null ? '' : `, ${words.claude.cost(formats.number(claude.costToday, 2))}`
  return (
    <p className="border-t border-line px-5 py-2 text-s text-ink-3 @max-[48rem]/main:hidden">
      {claude.problem ?? (claude.isSet ? `${words.claude.on(claude.callsToday, claude.mostCallsPerDay)}${cost}.` : words.claude.off)}
    </p>
  )
}
