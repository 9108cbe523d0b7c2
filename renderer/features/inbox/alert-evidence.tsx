import type { AlertView } from '../../../shared/model/alert.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { readEvidence } from './evidence.ts'
import { inboxStrings as words } from './strings.ts'

/** Why it came, in figures, and why it was not told, in words. */
export function AlertEvidence({ alert }: { readonly alert: AlertView }) {
  const formats = useFormats()
  const { facts, particulars } = readEvidence(alert, formats)
  const held = alert.suppression
  return (
    <>
      {held !== null && (
        <section className="mb-5.5">
          <h3 className="mb-1 text-s font-medium text-ink-3">{held.stage === 'deduplicate' ? words.notAgain : words.held}</h3>
          <p className="text-ink-2">
            {heldWords(held.stage, held.reason)} {alert.heldForMorning && words.heldForMorning}
          </p>
        </section>
      )}
      {(facts.length > 0 || particulars.length > 0) && (
        <section className="mb-5.5">
          <h3 className="mb-2 text-s font-medium text-ink-3">{words.why}</h3>
          {facts.length > 0 && (
            <dl className="flex w-fit max-w-full flex-wrap gap-px overflow-hidden rounded-row border border-line bg-line">
              {facts.map((fact) => (
                <div key={fact.label} className="flex min-w-32 flex-1 flex-col-reverse bg-surface px-3.25 py-2.5">
                  <dt className="text-s text-ink-2">{fact.label}</dt>
                  <dd className="text-xl leading-tight font-bold tracking-[-0.02em]">
                    {fact.figure}
                    {fact.unit !== '' && <span className="ml-1 text-s font-book tracking-normal text-ink-2">{fact.unit}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {particulars.length > 0 && (
            <dl className="mt-2.5 grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-4 gap-y-1 text-s">
              {particulars.map((one) => (
                <div key={one.label} className="contents">
                  <dt className="text-ink-3">{one.label}</dt>
                  <dd className="text-ink-2">{one.text}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      )}
    </>
  )
}

/** The stage in words and its reason; once, where the reason says the stage itself. */
function heldWords(stage: string, reason: string): string {
  const name = words.stages[stage] ?? stage
  return reason.startsWith(name.toLowerCase()) ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` : words.heldReason(name, reason)
}
