import { healthStrings as words } from './strings.ts'

/** What the marks mean. */
export function ChartLegend() {
  const entry = 'flex items-center gap-1.5'
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-s text-ink-2">
      <li className={entry}>
        <i className="h-[2.5px] w-4 bg-accent" />
        {words.legend.mean}
      </li>
      <li className={entry}>
        <i className="h-2.5 w-3.5 bg-band" />
        {words.legend.usual}
      </li>
      <li className={entry}>
        <i className="w-4 border-t border-dashed border-critical" />
        {words.legend.threshold}
      </li>
      <li className={entry}>
        <i className="size-2.25 rounded-full border-2 border-critical" />
        {words.legend.alert}
      </li>
    </ul>
  )
}
