import type { CaptureClassName, CaptureView } from '../../../shared/model/capture.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ClassMark } from './class-mark.tsx'
import { answersTo } from './class-keys.ts'
import { Part } from './part.tsx'
import { capturesStrings as words } from './strings.ts'

/** The one-key answers. One that waits is filed at once; one that is filed shows first what would change. */
export function ClassChoice({ capture }: { readonly capture: CaptureView }) {
  const decide = useFeature('captures', (state) => state.decide)
  const dismiss = useFeature('captures', (state) => state.dismiss)
  const propose = useFeature('captures', (state) => state.propose)
  const guess = capture.answer?.class ?? null
  const waits = capture.state === 'review' || capture.state === 'kept'
  const choose = (kind: CaptureClassName) => void (waits ? decide(capture, kind) : propose(capture, kind))
  return (
    <Part title={words.what}>
      {waits && guess !== null && (
        <div className="mb-2.5 flex flex-wrap gap-2">
          <Button kind="primary" hotkey="Enter" onClick={() => void decide(capture, guess)}>
            {guess === 'mixed' ? words.split(capture.answer?.segments.length ?? 0) : words.accept(words.classes[guess])}
          </Button>
          <Button hotkey="D" onClick={() => void dismiss(capture)}>
            {words.dismiss}
          </Button>
        </div>
      )}
      <div role="group" aria-label={words.what} className="grid max-w-[34rem] grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-1.5">
        {answersTo(capture).map(([key, kind]) => (
          <Button
            key={kind}
            size="s"
            kind="chip"
            aria-keyshortcuts={key}
            className="gap-1.5! pr-1.5! pl-2.5!"
            aria-pressed={!waits && capture.state === 'filed' && guess === kind}
            onClick={() => choose(kind)}
          >
            <ClassMark kind={kind} />
            <span className="flex-1 text-left whitespace-nowrap">{words.classes[kind]}</span>
            <Kbd>{key}</Kbd>
          </Button>
        ))}
      </div>
    </Part>
  )
}
