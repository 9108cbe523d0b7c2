import { Check } from 'lucide-react'
import { useFeature } from '../../app/services.tsx'
import { Moment } from '../../app/moment.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { severityNames } from '../inbox/strings.ts'
import { panelStrings as words } from './strings.ts'

const shown = 4

export function PanelAlerts() {
  const alerts = useFeature('inbox', (inbox) => inbox.alerts)
  const acknowledge = useFeature('inbox', (inbox) => inbox.acknowledge)
  const all = alerts.filter((alert) => alert.state === 'open')
  const open = all.slice(0, shown)
  if (open.length === 0) return <p className="py-1 text-ink-2">{words.noAlerts}</p>
  return (
    <>
      <ul>
        {open.map((alert) => (
          <li key={alert.id} className="-mx-2 flex min-h-8 items-center gap-2 rounded-control px-2 hover:bg-sunken">
            <SeverityMark severity={alert.severity} label={severityNames[alert.severity]} />
            <a
              href={`./index.html#/inbox/${alert.id}`}
              target="thanos-main"
              className="min-w-0 flex-1 truncate font-medium tracking-[-0.005em]"
            >
              {alert.title}
            </a>
            <Moment at={alert.openedAt} brief className="text-s text-ink-3" />
            <button
              type="button"
              aria-label={words.acknowledge(alert.title)}
              title={words.acknowledge(alert.title)}
              onClick={() => void acknowledge(alert)}
              className="flex size-6 items-center justify-center rounded-control text-ink-3 hover:bg-line hover:text-ink"
            >
              <Check aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      {all.length > open.length && (
        <a href="./index.html#/inbox" target="thanos-main" className="block py-1 text-s text-accent">
          {words.moreAlerts(all.length - open.length)}
        </a>
      )}
    </>
  )
}
