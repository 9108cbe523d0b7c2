import type { AlertDetail, AlertStep } from '../../../shared/model/alert.ts'
import { valueOf } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import { Moment } from '../../app/moment.tsx'
import { channelLabels } from './channel-labels.ts'
import { inboxStrings as words } from './strings.ts'

/** What happened to the alert, oldest first. */
export function AlertSteps({ detail, title }: { readonly detail: Loaded<AlertDetail>; readonly title: string }) {
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
            <li key={`${step.at} ${step.kind} ${step.text}`} className="grid grid-cols-[3.5rem_1fr] gap-2.5 py-1 text-s text-ink-2">
              <Moment at={step.at} brief className="whitespace-nowrap text-ink-3 tabular-nums" />
              <span>{stepWords(step, title)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A step in words. The alert's own title stands above and is not said again. */
function stepWords({ channel, kind, text }: AlertStep, title: string): string {
  if (channel !== null) {
    return kind === 'delivered' ? text.replace(/^Delivered/, words.delivered[channel]) : words.onChannel(channelLabels[channel], text)
  }
  if (kind === 'opened' && text === title) return words.firstSeen
  const rest = text.startsWith(`${title}: `) ? text.slice(title.length + 2) : text
  const said = rest.replace(/^not sent, /, words.notSent)
  return said.charAt(0).toUpperCase() + said.slice(1)
}
