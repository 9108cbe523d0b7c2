import { Activity, ChartColumn, ListChecks } from 'lucide-react'
import { firstRunStrings as words } from './strings.ts'

const icons = [Activity, ListChecks, ChartColumn]

export function WatchesStep() {
  return (
    <ul className="flex flex-col gap-4">
      {words.watches.items.map(([title, body], index) => {
        const Icon = icons[index] ?? Activity
        return (
          <li key={title} className="grid grid-cols-[2.25rem_1fr] items-start gap-3">
            <span className="flex size-9 items-center justify-center rounded-row bg-accent-soft text-accent">
              <Icon aria-hidden="true" className="size-4.5" strokeWidth={1.7} />
            </span>
            <span>
              <strong className="font-medium">{title}</strong>
              <span className="block text-pretty text-ink-2">{body}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
