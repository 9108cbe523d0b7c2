import { HeartHandshake } from 'lucide-react'
import { useEffect } from 'react'
import { valueOf } from '../../app/loaded.ts'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { groupPromises } from './groups.ts'
import { PromiseAdd } from './promise-add.tsx'
import { PromisePane } from './promise-pane.tsx'
import { PromiseRow } from './promise-row.tsx'
import { promisesStrings as words } from './strings.ts'

/** What is owed to people. */
export function PromisesScreen() {
  const load = useFeature('promises', (state) => state.load)
  const order = useFeature('promises', (state) => state.order)
  const setOrder = useFeature('promises', (state) => state.setOrder)
  const closedToo = useFeature('promises', (state) => state.closedToo)
  const setClosedToo = useFeature('promises', (state) => state.setClosedToo)
  const place = useFeature('router', (router) => router.id)
  const go = useFeature('router', (router) => router.go)
  const open = useFeature('promises', (state) => valueOf(state.promises)?.find((promise) => promise.id === place) ?? null)
  useEffect(() => {
    void load()
  }, [load])
  return (
    <>
      <ScreenHeader title={words.title}>
        <Segmented
          label={words.orderLabel}
          value={order}
          segments={[
            { value: 'date', label: words.orders.date },
            { value: 'person', label: words.orders.person },
          ]}
          onChange={setOrder}
        />
        <Switch label={words.closedToo} checked={closedToo} onChange={(on) => void setClosedToo(on)} />
      </ScreenHeader>
      <div
        data-opened={open !== null}
        className="group/split grid min-h-0 flex-1 grid-cols-1 @min-[48rem]/main:data-[opened=true]:grid-cols-[minmax(20rem,1fr)_minmax(18rem,22rem)]"
      >
        <div className="flex min-h-0 min-w-0 flex-col @max-[48rem]/main:group-data-[opened=true]/split:hidden">
          <PromiseAdd />
          <PromiseList />
        </div>
        {open !== null && <PromisePane key={open.id} promise={open} onClose={() => go('promises')} />}
      </div>
    </>
  )
}

function PromiseList() {
  const loaded = useFeature('promises', (state) => state.promises)
  const order = useFeature('promises', (state) => state.order)
  const load = useFeature('promises', (state) => state.load)
  const today = useFormats().dayOf(useNow())
  const promises = valueOf(loaded)
  if (promises === null && loaded.kind === 'loading') return <Skeleton label={words.loading} />
  if (loaded.kind === 'failed') {
    return (
      <Message words={[words.failed, loaded.words]} tone="problem">
        <Button onClick={() => void load()}>{words.retry}</Button>
      </Message>
    )
  }
  if (promises === null || promises.length === 0) return <Message icon={HeartHandshake} words={words.empty} />
  return (
    <ScrollRegion label={words.list} className="min-h-0 flex-1 overflow-y-auto px-2 pb-20 -outline-offset-2!">
      {groupPromises(promises, order, today).map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2 className="px-3 pt-3 pb-1 text-s font-medium tracking-normal text-ink-3">{group.title}</h2>
          <ul>
            {group.promises.map((promise) => (
              <li key={promise.id}>
                <PromiseRow promise={promise} named={order === 'date'} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ScrollRegion>
  )
}
