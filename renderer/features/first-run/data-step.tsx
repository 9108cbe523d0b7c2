import { CircleCheck, FlaskConical, ListChecks, Plug } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { valueOf } from '../../app/loaded.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { firstRunStrings as words } from './strings.ts'

export function DataStep() {
  const sampleIn = useFeature('status', (state) => valueOf(state.status)?.hasSampleData === true)
  const { busy, add } = useParts('sample', 'busy', 'add')
  const end = useFeature('shell', (shell) => shell.endFirstRun)
  const go = useFeature('router', (router) => router.go)
  const leaveFor = (screen: string, id: string | null) => () => {
    go(screen, id)
    end()
  }
  return (
    <div className="flex flex-col gap-2.5">
      <Choice
        icon={sampleIn ? CircleCheck : FlaskConical}
        title={sampleIn ? words.data.sampleIn : words.data.sample}
        body={words.data.sampleBody}
        disabled={busy || sampleIn}
        onChoose={() => void add()}
      />
      <Choice icon={Plug} title={words.data.connect} body={words.data.connectBody} onChoose={leaveFor('settings', 'sources')} />
      <Choice icon={ListChecks} title={words.data.own} body={words.data.ownBody} onChoose={leaveFor('tasks', null)} />
    </div>
  )
}

function Choice({
  icon: Icon,
  title,
  body,
  onChoose,
  disabled = false,
}: {
  readonly icon: LucideIcon
  readonly title: string
  readonly body: string
  readonly onChoose: () => void
  readonly disabled?: boolean
}) {
  return (
    <button
      type="button"
      // Not `disabled`: the browser would take the focus from it.
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onChoose}
      className="grid grid-cols-[1.5rem_1fr] items-center gap-3 rounded-card border border-line px-4 py-3 text-left transition-colors hover:border-line-strong hover:bg-sunken aria-disabled:bg-good-soft"
    >
      <Icon aria-hidden="true" className="size-5 text-accent" strokeWidth={1.7} />
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-s text-ink-2">{body}</span>
      </span>
    </button>
  )
}
