import type { CaptureView } from '../../../shared/model/capture.ts'
import { Moment } from '../../app/moment.tsx'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { AnswerHistory } from './answer-history.tsx'
import { ClassChoice } from './class-choice.tsx'
import { Part } from './part.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { capturesStrings as words } from './strings.ts'
import { SegmentParts, UnderstoodParts } from './understood-parts.tsx'
import { WhyList } from './why-list.tsx'

/** One thought: its own words first, then the choice, what became of it, and why. */
export function CapturePane({ capture }: { readonly capture: CaptureView }) {
  const takeBack = useFeature('captures', (state) => state.takeBack)
  const { answer } = capture
  const canTakeBack = capture.state === 'filed'
  return (
    <ScrollRegion label={words.details} className="min-h-0 overflow-y-auto px-8 pt-6 pb-20 -outline-offset-2! @max-[48rem]/main:px-5">
      <article className="max-w-[44rem]">
        <p className="mb-2 text-s text-ink-3">
          <Moment at={capture.at} /> {words.from(words.origins[capture.origin] ?? capture.origin)}
        </p>
        <p className="text-[1.0625rem] leading-[1.5] tracking-[-0.01em] break-words whitespace-pre-wrap">{capture.text}</p>
        {capture.unheard !== null && (
          <p role="note" className="mt-4 rounded-control bg-medium-soft px-3 py-2 text-s">
            <strong className="font-medium">{words.unheard}:</strong> {capture.unheard} {words.unheardHint}
          </p>
        )}
        <ClassChoice capture={capture} />
        <ProposalCard capture={capture} />
        {answer !== null && <SegmentParts answer={answer} />}
        <Part title={words.became}>
          <div className="flex items-start gap-4">
            <Became capture={capture} />
            {canTakeBack && (
              <Button size="s" hotkey="U" className="ml-auto" onClick={() => void takeBack(capture)}>
                {words.undo}
              </Button>
            )}
          </div>
        </Part>
        {answer !== null && answer.segments.length < 2 && <UnderstoodParts answer={answer} />}
        {answer !== null && <WhyList answer={answer} />}
        <AnswerHistory />
      </article>
    </ScrollRegion>
  )
}

function Became({ capture }: { readonly capture: CaptureView }) {
  if (capture.state === 'review') return <p className="text-ink-2">{words.waiting}</p>
  if (capture.state === 'kept') return <p className="text-ink-2">{words.unread}</p>
  if (capture.made.length === 0) return <p className="text-ink-2">{words.nothingMade}</p>
  return (
    <ul className="min-w-0">
      {capture.made.map((made) => (
        <li key={`${made.kind} ${made.id} ${made.title}`} className="flex min-h-7 gap-3">
          <span className="w-16 shrink-0 text-ink-3">{words.made[made.kind]}</span>
          {made.kind === 'task' || made.kind === 'promise' ? (
            <a
              href={`#/${made.kind === 'task' ? 'tasks' : 'promises'}/${encodeURIComponent(made.id)}`}
              className="min-w-0 text-accent hover:underline"
            >
              {made.title}
            </a>
          ) : (
            <span className="min-w-0 break-words">{made.title}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
