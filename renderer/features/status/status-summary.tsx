import type { ReactNode } from 'react'
import type { StatusView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { statusStrings as words } from './strings.ts'

/** Whether it runs, when it looked and will look, and what a support person would ask first. */
export function StatusSummary({ status }: { readonly status: StatusView }) {
  const paused = status.pausedUntil !== null
  const notes = [
    ...(status.running === 'no' ? [words.notRunning] : []),
    ...(status.dryRun ? [words.dryRun] : []),
    ...(status.quiet.doNotDisturb ? [words.doNotDisturb] : []),
    ...status.configurationProblems,
    ...status.notices,
  ]
  return (
    <section aria-label={words.summary}>
      <h2 className="mb-3 text-xl tracking-[-0.018em]">{paused ? words.heads.paused : words.heads[status.running]}</h2>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-3">
        <Fact name={words.facts.lastRun}>{status.lastRun === null ? words.never : <Moment at={status.lastRun} />}</Fact>
        <Fact name={words.facts.nextRun}>
          <NextRun status={status} />
        </Fact>
        <Fact name={words.facts.runCount}>{status.runCount}</Fact>
        <Fact name={words.facts.started}>{status.startedAt === null ? words.never : <Moment at={status.startedAt} />}</Fact>
        <Fact name={words.facts.quiet}>
          <Quiet quiet={status.quiet} />
        </Fact>
        <Fact name={words.facts.held}>{status.heldAlerts}</Fact>
        <Fact name={words.facts.zone}>{status.timezone}</Fact>
        <Fact name={words.facts.version}>{status.version}</Fact>
      </dl>
      <ul className="mt-4 flex flex-col gap-1.5">
        {notes.length === 0 && <li className="text-ink-2">{words.allWell}</li>}
        {notes.map((note) => (
          <li key={note} className="rounded-row bg-medium-soft px-3 py-2">
            {note}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-s text-ink-3">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

function NextRun({ status }: { readonly status: StatusView }) {
  if (status.pausedUntil !== null) return <Moment at={status.pausedUntil} />
  return status.nextRun === null ? words.never : <Moment at={status.nextRun} />
}

function Quiet({ quiet }: { readonly quiet: StatusView['quiet'] }) {
  const formats = useFormats()
  if (quiet.active && quiet.until !== null) return words.quietNow(formats.clock(quiet.until))
  return quiet.nextStart === null ? words.quietOff : words.quietNext(formats.clock(quiet.nextStart))
}
