import { CircleCheck, CircleX, Stethoscope, TriangleAlert } from 'lucide-react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { statusStrings as words } from './strings.ts'

const marks = {
  ok: { icon: CircleCheck, look: 'text-good' },
  warning: { icon: TriangleAlert, look: 'text-medium' },
  failed: { icon: CircleX, look: 'text-critical' },
} as const

/** What `thanos doctor` says: each thing a support person would ask for, and what to do where it is not well. */
export function SelfCheck() {
  const examination = useFeature('status', (state) => state.examination)
  const examine = useFeature('status', (state) => state.examine)
  const isBusy = examination?.kind === 'loading'
  return (
    <section>
      <header className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-l">{words.selfCheck}</h2>
        <p className="min-w-0 flex-1 text-s text-ink-3">{words.selfCheckWhat}</p>
        <Button size="s" disabled={isBusy} onClick={() => void examine()}>
          <Stethoscope aria-hidden="true" />
          {isBusy ? words.examining : words.examine}
        </Button>
      </header>
      {examination?.kind === 'failed' && (
        <p role="alert" className="text-s text-critical">
          {examination.words}
        </p>
      )}
      {examination?.kind === 'ready' && (
        <ul className="divide-y divide-line border-t border-line">
          {examination.value.map(({ detail, fix, name, result }) => {
            const { icon: Icon, look } = marks[result]
            return (
              <li
                key={name}
                className="grid grid-cols-[1rem_10rem_minmax(0,1fr)] gap-x-3 py-2 @max-[44rem]/main:grid-cols-[1rem_minmax(0,1fr)]"
              >
                <Icon role="img" aria-label={words.results[result]} className={`mt-0.5 size-4 ${look}`} />
                <span className="font-medium first-letter:uppercase">{name}</span>
                <div className="min-w-0 text-ink-2 @max-[44rem]/main:col-start-2">
                  <p className="break-words">{detail}</p>
                  {fix !== null && <p className="text-s text-ink-3">{fix}</p>}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
