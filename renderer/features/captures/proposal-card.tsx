import type { CaptureView, Made } from '../../../shared/model/capture.ts'
import { useEffect, useRef } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { capturesStrings as words } from './strings.ts'

/** What the other class would make and take away, before anything is done. */
export function ProposalCard({ capture }: { readonly capture: CaptureView }) {
  const proposal = useFeature('captures', (state) => state.proposal)
  const accept = useFeature('captures', (state) => state.accept)
  const putAway = useFeature('captures', (state) => state.putProposalAway)
  const doIt = useRef<HTMLButtonElement>(null)
  // Enter belongs to whatever has the focus, and here it is to mean this.
  useEffect(() => {
    if (proposal !== null) doIt.current?.focus()
  }, [proposal])
  if (proposal?.id !== capture.id) return null
  return (
    <section role="status" className="mt-3 rounded-row border border-accent bg-accent-soft px-4 py-3">
      <h3 className="font-medium">{words.change(words.classes[proposal.class])}</h3>
      {proposal.make.length + proposal.remove.length === 0 && <p className="text-ink-2">{words.wouldNothing}</p>}
      <Things title={words.wouldMake} things={proposal.make} />
      <Things title={words.wouldRemove} things={proposal.remove} isRemoved />
      <div className="mt-3 flex gap-2">
        <Button ref={doIt} kind="primary" size="s" hotkey="Enter" onClick={() => void accept()}>
          {words.doIt}
        </Button>
        <Button kind="plain" size="s" hotkey="Esc" onClick={putAway}>
          {words.leave}
        </Button>
      </div>
    </section>
  )
}

function Things({
  title,
  things,
  isRemoved = false,
}: {
  readonly title: string
  readonly things: readonly Made[]
  readonly isRemoved?: boolean
}) {
  if (things.length === 0) return null
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 text-ink-2">
      <dt className="sr-only">{title}</dt>
      {things.map((thing) => (
        <dd key={`${thing.kind} ${thing.title}`} className="col-span-2 flex gap-2">
          <span aria-hidden="true" className={isRemoved ? 'text-critical' : 'text-good'}>
            {isRemoved ? '−' : '+'}
          </span>
          <span className="shrink-0 font-medium text-ink">{words.made[thing.kind]}</span>
          <span className={isRemoved ? 'min-w-0 line-through' : 'min-w-0'}>{thing.title}</span>
        </dd>
      ))}
    </dl>
  )
}
