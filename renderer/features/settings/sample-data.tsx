import { valueOf } from '../../app/loaded.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { settingsStrings as words } from './strings.ts'

export function SampleData() {
  const status = useFeature('status', (state) => valueOf(state.status))
  const { busy, add, remove } = useParts('sample', 'busy', 'add', 'remove')
  if (status === null) return null
  return (
    <section aria-labelledby="sample-data">
      <h2 id="sample-data" className="mb-1 text-l">
        {words.sample}
      </h2>
      <p className="mb-2.5 text-ink-2">{status.hasOwnData && !status.hasSampleData ? words.sampleOwn : words.sampleIn}</p>
      {status.hasSampleData ? (
        <Button disabled={busy} onClick={() => void remove()}>
          {words.sampleRemove}
        </Button>
      ) : (
        <Button disabled={busy || status.hasOwnData} onClick={() => void add()}>
          {words.sampleAdd}
        </Button>
      )}
    </section>
  )
}
