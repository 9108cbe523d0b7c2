import { useFormats } from './use-formats.tsx'
import { useNow } from './use-now.tsx'

/** A time, relative within a day, the exact one on hover and in the markup. */
export function Moment({
  at,
  brief = false,
  className,
}: {
  readonly at: number
  /** For a column: the clock, the weekday or a date. */
  readonly brief?: boolean
  readonly className?: string
}) {
  const formats = useFormats()
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={formats.exact(at)} className={className}>
      {brief ? formats.brief(at, now) : formats.relative(at, now)}
    </time>
  )
}
