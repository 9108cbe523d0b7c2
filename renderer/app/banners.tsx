import { FlaskConical, WifiOff } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { valueOf } from './loaded.ts'
import { useFeature } from './services.tsx'
import { appStrings as words } from './strings.ts'

function SampleBanner({ own }: { readonly own: boolean }) {
  const busy = useFeature('sample', (sample) => sample.busy)
  const remove = useFeature('sample', (sample) => sample.remove)
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-b border-line bg-sunken py-0.5 pr-2.5 pl-5 text-s text-ink-2">
      <FlaskConical aria-hidden="true" className="size-3.5 shrink-0 text-accent" />
      <p className="mr-auto">{own ? words.sampleBeside : words.sample}</p>
      <Button size="s" kind="quiet" disabled={busy} onClick={() => void remove()} className="min-h-6! text-accent!">
        {words.sampleRemove}
      </Button>
    </div>
  )
}

/** What holds for every screen: the operator is away, or its storage, configuration or repair needs a word. */
export function Banners() {
  const connected = useFeature('status', (state) => state.connected)
  const status = useFeature('status', (state) => valueOf(state.status))
  const lines = [...(status?.configurationProblems ?? []), ...(status?.notices ?? [])]
  return (
    <div role="status" className="contents">
      {!connected && (
        <p className="flex items-center gap-2.5 border-b border-line bg-critical-soft px-5 py-2 text-s text-ink">
          <WifiOff aria-hidden="true" className="size-4 shrink-0 text-critical" />
          {words.away}
        </p>
      )}
      {status?.hasSampleData === true && <SampleBanner own={status.hasOwnData} />}
      {lines.map((line) => (
        <p key={line} className="border-b border-line bg-medium-soft px-5 py-2 text-s text-ink">
          {line}
        </p>
      ))}
    </div>
  )
}
