import type { PatternView } from '../../../shared/model/health.ts'
import type { Formats } from '../../app/formats.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { classNames } from '../../ui/class-names.ts'
import { OutcomeMark } from '../../ui/outcome-mark.tsx'
import { ruleNames } from '../inbox/rule-names.ts'
import { distanceOf, placeOnBar } from './distance.ts'
import { patternsStrings as words } from './strings.ts'

/** Value, threshold, distance, and the data it rests on. */
export function PatternCard({ pattern }: { readonly pattern: PatternView }) {
  const formats = useFormats()
  const firing = pattern.outcome === 'firing'
  const say = (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1)
  const title = ruleNames[pattern.rule] ?? pattern.title
  return (
    <article
      aria-label={title}
      className="grid grid-cols-[minmax(0,1fr)_minmax(12rem,18rem)] gap-x-8 gap-y-3 py-4.5 @max-[40rem]/main:grid-cols-1"
    >
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-l">
          {title}
          <span className={classNames('flex items-center gap-1.5 text-s font-medium tracking-normal', firing ? 'text-high' : 'text-ink-3')}>
            <OutcomeMark outcome={pattern.outcome} />
            {words.outcomes[pattern.outcome]}
          </span>
        </h2>
        <p className="mt-1 max-w-[58ch] text-ink-2">{pattern.sentence}</p>
        {pattern.subject !== null && !pattern.sentence.includes(pattern.subject) && <p className="mt-0.5 text-ink-2">{pattern.subject}</p>}
        <p className="mt-1 text-s text-ink-3">{words.restsOn(pattern.restsOn)}</p>
      </div>
      <div>
        <p className="flex items-baseline gap-1.5">
          <span className="text-xl leading-tight font-bold tracking-[-0.02em] tabular-nums">
            {pattern.value === null ? words.none : say(pattern.value)}
          </span>
          {pattern.value !== null && <span className="text-s text-ink-2">{pattern.unit}</span>}
        </p>
        <Bar pattern={pattern} title={title} firing={firing} say={say} />
        <p className="flex justify-between gap-4 text-s text-ink-3">
          <span>{pattern.value === null ? '' : distanceWords(pattern.value, pattern.threshold, formats)}</span>
          <span>{words.threshold(say(pattern.threshold))}</span>
        </p>
      </div>
    </article>
  )
}

function distanceWords(value: number, threshold: number, formats: Formats): string {
  const distance = distanceOf(value, threshold)
  const said = formats.number(Math.abs(distance), Number.isInteger(distance) ? 0 : 1)
  if (distance === 0) return words.at
  return distance < 0 ? words.below(said) : words.above(said)
}

function Bar({
  pattern,
  title,
  firing,
  say,
}: {
  readonly pattern: PatternView
  readonly title: string
  readonly firing: boolean
  readonly say: (value: number) => string
}) {
  const { filled, line } = placeOnBar(pattern)
  const value = pattern.value ?? 0
  return (
    <div
      role="meter"
      aria-label={words.meter(title)}
      aria-valuemin={0}
      aria-valuemax={Math.max(value, pattern.threshold) * 1.25}
      aria-valuenow={value}
      aria-valuetext={pattern.value === null ? words.none : `${say(value)} ${pattern.unit}, ${words.threshold(say(pattern.threshold))}`}
      className="relative my-2 h-2 rounded-full bg-sunken"
    >
      <div className={classNames('h-full rounded-full', firing ? 'bg-high' : 'bg-accent')} style={{ width: `${filled * 100}%` }} />
      <div className="absolute -inset-y-1 w-0.5 rounded-full bg-ink-2" style={{ left: `${line * 100}%` }} />
    </div>
  )
}
