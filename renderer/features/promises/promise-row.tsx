import type { PromiseView } from '../../../shared/model/task.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TickCircle } from '../../ui/tick-circle.tsx'
import { isOwed } from './groups.ts'
import { promisesStrings as words } from './strings.ts'

/** Where the focus returns to when the promise's pane closes. */
export function promiseButtonId(promiseId: string): string {
  return `promise-${promiseId}`
}

export function PromiseRow({
  promise,
  named,
}: {
  readonly promise: PromiseView
  /** Whether the person is said on the row. */ readonly named: boolean
}) {
  const update = useFeature('promises', (state) => state.update)
  const refuse = useFeature('undo', (state) => state.refuse)
  const go = useFeature('router', (router) => router.go)
  const chosen = useFeature('router', (router) => router.id === promise.id)
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const owed = isOwed(promise)
  const toggle = async () => {
    const refused = await update(promise, { status: owed ? 'kept' : 'active' })
    if (refused !== null) refuse(new Error(refused))
  }
  const late = owed && promise.daysLate > 0
  return (
    <div className={classNames('flex min-h-9 items-center gap-2.5 rounded-row px-3', chosen ? 'bg-accent-soft' : 'hover:bg-sunken')}>
      <TickCircle
        label={owed ? words.keep(promise.what) : words.reopen(promise.what)}
        ticked={promise.status === 'kept'}
        onToggle={() => void toggle()}
      />
      <button
        type="button"
        id={promiseButtonId(promise.id)}
        data-row-focus
        onClick={() => go('promises', promise.id)}
        className="flex min-h-9 min-w-0 flex-1 flex-wrap items-center gap-x-2 text-left -outline-offset-2!"
      >
        <span className={classNames('truncate first-letter:uppercase', owed ? 'font-medium tracking-[-0.005em]' : 'text-ink-3')}>
          {promise.what}
        </span>
        {named && <span className="truncate text-ink-2">{words.toPerson(promise.to)}</span>}
        {promise.status !== 'active' && <span className="text-s text-ink-3">{words.statuses[promise.status]}</span>}
        <span
          className={classNames('ml-auto text-s', late ? 'font-medium text-critical' : 'text-ink-2')}
          title={promise.dueDay === null ? undefined : formats.fullDay(promise.dueDay)}
        >
          {late && words.daysLate(promise.daysLate)}
          {!late && (promise.dueDay === null ? words.noDate : formats.dayName(promise.dueDay, today))}
        </span>
      </button>
    </div>
  )
}
