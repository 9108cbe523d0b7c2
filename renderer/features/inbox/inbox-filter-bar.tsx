import { ListFilter } from 'lucide-react'
import { useRef } from 'react'
import { alertStates, speakerValues } from './filter-values.ts'
import { severities } from '../../../shared/model/severity.ts'
import { useFeature } from '../../app/services.tsx'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuLine } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { inboxStrings as words, monitorNames, severityNames } from './strings.ts'

/** Search, and what narrows by severity and monitor. */
export function InboxFilterBar() {
  const filter = useFeature('inbox', (inbox) => inbox.filter)
  const setFilter = useFeature('inbox', (inbox) => inbox.setFilter)
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => field.current?.focus() })
  const count = filter.severities.length + filter.monitors.length + filter.states.length
  return (
    <div className="flex items-center border-b border-line pr-2.5">
      <SearchField ref={field} label={words.search} value={filter.search} onChange={(search) => void setFilter({ search })} />
      <Menu
        align="end"
        trigger={
          <Button
            kind="quiet"
            size="s"
            aria-label={count === 0 ? words.filter : words.filtered(count)}
            className={count > 0 ? 'bg-accent-soft! text-accent!' : ''}
          >
            <ListFilter aria-hidden="true" />
            {count > 0 && count}
          </Button>
        }
      >
        <MenuLabel>{words.bySeverity}</MenuLabel>
        {severities.toReversed().map((severity) => (
          <MenuCheck
            key={severity}
            checked={filter.severities.includes(severity)}
            onChange={(on) => void setFilter({ severities: toggled(filter.severities, severity, on) })}
          >
            <SeverityMark severity={severity} />
            {severityNames[severity]}
          </MenuCheck>
        ))}
        <MenuLabel>{words.byMonitor}</MenuLabel>
        {speakerValues.map((monitor) => (
          <MenuCheck
            key={monitor}
            checked={filter.monitors.includes(monitor)}
            onChange={(on) => void setFilter({ monitors: toggled(filter.monitors, monitor, on) })}
          >
            {monitorNames[monitor]}
          </MenuCheck>
        ))}
        {filter.tab === 'all' && (
          <>
            <MenuLabel>{words.byState}</MenuLabel>
            {alertStates.map((state) => (
              <MenuCheck
                key={state}
                checked={filter.states.includes(state)}
                onChange={(on) => void setFilter({ states: toggled(filter.states, state, on) })}
              >
                {words.stateNames[state]}
              </MenuCheck>
            ))}
          </>
        )}
        {count > 0 && (
          <>
            <MenuLine />
            <MenuItem onSelect={() => void setFilter({ severities: [], monitors: [], states: [] })}>{words.clearFilter}</MenuItem>
          </>
        )}
      </Menu>
    </div>
  )
}

function toggled<Value>(values: readonly Value[], value: Value, on: boolean): readonly Value[] {
  return on ? [...values, value] : values.filter((one) => one !== value)
}
