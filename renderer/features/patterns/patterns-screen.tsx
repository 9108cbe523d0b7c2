import { ChartColumn } from 'lucide-react'
import { useEffect } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { Moment } from '../../app/moment.tsx'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PatternCard } from './pattern-card.tsx'
import { PrecisionSection } from './precision-section.tsx'
import { patternsStrings as words } from './strings.ts'

/** Each pattern rule as it stands today, firing or not. */
export function PatternsScreen() {
  const loaded = useFeature('patterns', (state) => state.patterns)
  const precision = useFeature('patterns', (state) => state.precision)
  const load = useFeature('patterns', (state) => state.load)
  useEffect(() => {
    void load()
  }, [load])
  const value = valueOf(loaded)
  return (
    <>
      <ScreenHeader title={words.title}>
        {value !== null && (
          <p className="text-s text-ink-3">
            {words.checked} <Moment at={value.checkedAt} />
          </p>
        )}
      </ScreenHeader>
      <ScrollRegion label={words.title} className="min-h-0 flex-1 overflow-y-auto px-5 pb-20 -outline-offset-2!">
        {value === null && loaded.kind === 'loading' && <Skeleton label={words.loading} />}
        {loaded.kind === 'failed' && (
          <Message words={[words.failed, loaded.words]} tone="problem">
            <Button onClick={() => void load()}>{words.retry}</Button>
          </Message>
        )}
        {value?.patterns.length === 0 && <Message icon={ChartColumn} words={words.empty} />}
        <ul className="max-w-[64rem] divide-y divide-line">
          {value?.patterns.map((pattern) => (
            <li key={pattern.rule}>
              <PatternCard pattern={pattern} />
            </li>
          ))}
        </ul>
        {precision !== null && <PrecisionSection rules={precision} />}
      </ScrollRegion>
    </>
  )
}
