import type { AlertDetail } from '../../../shared/model/alert.ts'
import { valueOf } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import { Moment } from '../../app/moment.tsx'
import { channelLabels } from './channel-labels.ts'
import { inboxStrings as words } from './strings.ts'

/** What happened to the alert, oldest first. */
export function AlertSteps({ detail }: { readonly detail: Loaded<AlertDetail> }) {
  const steps = valueOf(detail)?.steps
  return (
    <section className="mb-5.5">
      <h3 className="mb-1 text-s font-medium text-ink-3">{words.happened}</h3>
      {detail.kind === 'failed' && (
        <p role="alert" className="py-1 text-s text-critical">
          {words.detailFailed}: {detail.words}
        </p>
      )}
      {steps === undefined && detail.kind === 'loading' && <div className="my-2 h-3 w-3/5 animate-pulse rounded-full bg-sunken" />}
      {steps?.length === 0 && <p className="py-1 text-s text-ink-2">{words.nothingHappened}</p>}
      {steps !== undefined && steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={`${step.at} ${step.kind} ${step.text}`} className="grid grid-cols-[5rem_1fr] gap-2.5 py-1 text-s text-ink-2">
              <Moment at={step.at} brief className="whitespace-nowrap text-ink-3 tabular-nums" />
              <span>{step.channel === null ? step.text : words.onChannel(channelLabels[step.channel], step.text)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
