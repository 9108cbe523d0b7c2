import { Ellipsis } from 'lucide-react'
import type { AlertView } from '../../../shared/model/alert.ts'
import { useFeature, useParts } from '../../app/services.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/menu.tsx'
import { ruleNames } from './rule-names.ts'
import { inboxStrings as words } from './strings.ts'

const day = 24 * 3_600_000

/** What is done to an alert now and then: closing it by hand, and muting its rule. */
export function AlertMenu({ alert, muted }: { readonly alert: AlertView; readonly muted: boolean }) {
  const inbox = useParts('inbox', 'dismiss', 'resolve')
  const closed = alert.state === 'resolved' || alert.state === 'dismissed'
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" size="s" aria-label={words.actions.more} className="-mt-1.5 -mr-2 px-1.5!">
          <Ellipsis aria-hidden="true" />
        </Button>
      }
    >
      {!closed && (
        <>
          <MenuItem onSelect={() => void inbox.resolve(alert)} detail="R">
            {words.actions.resolve}
          </MenuItem>
          <MenuItem onSelect={() => void inbox.dismiss(alert)} detail="D">
            {words.actions.dismiss}
          </MenuItem>
          <MenuLine />
        </>
      )}
      <MuteItems alert={alert} muted={muted} rule={ruleNames[alert.rule] ?? alert.rule} />
    </Menu>
  )
}

function MuteItems({ alert, muted, rule }: { readonly alert: AlertView; readonly muted: boolean; readonly rule: string }) {
  const mute = useFeature('inbox', (state) => state.mute)
  const unmute = useFeature('inbox', (state) => state.unmute)
  const now = useNow()
  if (muted) return <MenuItem onSelect={() => void unmute(alert.rule)}>{words.actions.unmute}</MenuItem>
  return (
    <>
      <MenuLabel>{words.actions.mute(rule.toLowerCase())}</MenuLabel>
      <MenuItem onSelect={() => void mute(alert, now + day)}>{words.actions.muteDay}</MenuItem>
      <MenuItem onSelect={() => void mute(alert, now + 7 * day)}>{words.actions.muteWeek}</MenuItem>
      <MenuItem onSelect={() => void mute(alert, null)}>{words.actions.muteForGood}</MenuItem>
    </>
  )
}
