import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { ChosenSetting } from '../settings/chosen-setting.tsx'
import { TypedSetting } from '../settings/typed-setting.tsx'
import { DataStep } from './data-step.tsx'
import { firstRunStrings as words } from './strings.ts'
import { WatchesStep } from './watches-step.tsx'

const steps = ['watches', 'data', 'desktop'] as const
const launch = { kind: 'switch', path: 'desktop.launch_at_login' } as const
const hotkey = { kind: 'text', path: 'capture.hotkey', optional: true } as const

/** Each step is read from its heading on. */
function focusHeading(heading: HTMLHeadingElement | null): void {
  heading?.focus()
}

/** Three steps, each of which can be skipped. */
export function FirstRun() {
  const [at, setAt] = useState(0)
  const begin = useFeature('shell', (shell) => shell.beginFirstRun)
  const end = useFeature('shell', (shell) => shell.endFirstRun)
  useEffect(() => {
    begin()
    document.title = words.windowTitle
  }, [begin])
  const step = steps[at] ?? 'watches'
  const last = at === steps.length - 1
  const next = () => (last ? end() : setAt(at + 1))
  const bodies: Readonly<Record<(typeof steps)[number], ReactNode>> = {
    watches: <WatchesStep />,
    data: <DataStep />,
    desktop: (
      <div className="flex flex-col gap-4">
        <TypedSetting field={hotkey} />
        <ChosenSetting field={launch} />
      </div>
    ),
  }
  return (
    <ScrollRegion label={words.title} className="flex min-h-0 flex-1 flex-col overflow-y-auto -outline-offset-2!">
      <div className="m-auto w-full max-w-[36rem] px-6 py-10">
        <div className="mb-3 flex items-center gap-3">
          <p className="text-s text-ink-3">{words.step(at + 1, steps.length)}</p>
          <span aria-hidden="true" className="flex gap-1">
            {steps.map((one, index) => (
              <span key={one} className={`h-1 w-6 rounded-full ${index <= at ? 'bg-accent' : 'bg-line'}`} />
            ))}
          </span>
        </div>
        <h1
          key={step}
          ref={focusHeading}
          tabIndex={-1}
          className="mt-1 text-2xl leading-tight tracking-[-0.025em] text-balance outline-none"
        >
          {words[step].title}
        </h1>
        <p className="mt-2 mb-6 text-l text-pretty text-ink-2">{words[step].body}</p>
        {bodies[step]}
        <div className="mt-8 flex items-center gap-2">
          <Button kind="primary" onClick={next}>
            {last ? words.done : words.next}
          </Button>
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{words.back}</Button>}
          {!last && (
            <Button kind="quiet" className="ml-auto" onClick={next}>
              {words.skip}
            </Button>
          )}
        </div>
      </div>
    </ScrollRegion>
  )
}
