import { sparkPath } from './spark-path.ts'

const width = 72
const height = 26

/** The last days at a glance, beside the figure they lead to. It says nothing aloud: the figure and its chart do. */
export function Sparkline({ values, className }: { readonly values: readonly (number | null)[]; readonly className?: string }) {
  const { line, last } = sparkPath(values, width, height)
  if (line === '') return null
  return (
    <svg aria-hidden="true" viewBox={`-3 -3 ${width + 6} ${height + 6}`} className={className}>
      <path d={line} className="fill-none stroke-ink-3" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round" opacity={0.75} />
      {last !== null && <circle cx={last.x} cy={last.y} r={2.6} className="fill-accent" />}
    </svg>
  )
}
