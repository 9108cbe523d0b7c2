import { BellOff } from 'lucide-react'
import { useState } from 'react'
import type { AlertView } from '../../../shared/model/alert.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { isScreen } from '../../app/screen-ids.ts'
import { nextMonday, tomorrowMorning } from '../../app/snooze-times.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { ruleNames } from './rule-names.ts'
import { SnoozeUntil } from './snooze-until.tsx'
import { inboxStrings as words } from './strings.ts'
import { targetOf } from './target.ts'

const hour = 3_600_000

export function AlertActions({
  alert,
  muted,
  snoozing,
  onSnoozing,
}: {
  readonly alert: AlertView
  readonly muted: boolean
  readonly snoozing: boolean
  readonly onSnoozing: (open: boolean) => void
}) {
  const inbox = useParts('inbox', 'acknowledge', 'reopen', 'unmute')
  const go = useFeature('router', (router) => router.go)
  const [asking, setAsking] = useState(false)
  const closed = alert.state === 'resolved' || alert.state === 'dismissed'
  const rule = ruleNames[alert.rule] ?? alert.rule
  const target = targetOf(alert)
  return (
    <>
      <div className="mb-6 flex flex-wrap gap-2">
        {alert.state === 'open' ? (
          <Button kind="primary" hotkey="E" onClick={() => void inbox.acknowledge(alert)}>
            {words.actions.acknowledge}
          </Button>
        ) : (
          <Button onClick={() => void inbox.reopen(alert)}>{words.actions.reopen}</Button>
        )}
        {!closed && <SnoozeMenu alert={alert} open={snoozing} onOpenChange={onSnoozing} onOther={() => setAsking(true)} />}
        {target !== null && isScreen(target.screen) && (
          <Button onClick={() => go(target.screen, target.id)}>{words.actions[target.words]}</Button>
        )}
      </div>
      {asking && <SnoozeUntil alert={alert} onDone={() => setAsking(false)} />}
      {muted && (
        <p className="mb-6 flex flex-wrap items-center gap-3 rounded-row bg-sunken px-3 py-2 text-s text-ink-2">
          <BellOff aria-hidden="true" className="size-4 text-ink-3" />
          <span className="min-w-0 flex-1">{words.muted(rule)}</span>
          <Button size="s" onClick={() => void inbox.unmute(alert.rule)}>
            {words.actions.unmute}
          </Button>
        </p>
      )}
    </>
  )
}

function SnoozeMenu({
  alert,
  open,
  onOpenChange,
  onOther,
}: {
  readonly alert: AlertView
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onOther: () => void
}) {
  const snooze = useFeature('inbox', (state) => state.snooze)
  const formats = useFormats()
  const now = useNow()
  const choice = (label: string, until: number) => (
    <MenuItem onSelect={() => void snooze(alert, until)} detail={formats.clock(until)}>
      {label}
    </MenuItem>
  )
  return (
    <Menu open={open} onOpenChange={onOpenChange} trigger={<Button hotkey="S">{words.actions.snooze}</Button>}>
      {choice(words.snooze.hour, now + hour)}
      {choice(words.snooze.threeHours, now + 3 * hour)}
      {choice(words.snooze.tomorrow, tomorrowMorning(now, formats))}
      {choice(words.snooze.week, nextMonday(now, formats))}
      <MenuLine />
      <MenuItem onSelect={onOther}>{words.snooze.other}</MenuItem>
    </Menu>
  )
}
