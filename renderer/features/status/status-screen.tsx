import { Pause, Play, RefreshCw } from 'lucide-react'
import type { StatusView } from '../../../shared/model/status.ts'
import { valueOf } from '../../app/loaded.ts'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature } from '../../app/services.tsx'
import { tomorrowMorning } from '../../app/snooze-times.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Message } from '../../ui/message.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ChannelsTable } from './channels-table.tsx'
import { MonitorsTable } from './monitors-table.tsx'
import { SelfCheck } from './self-check.tsx'
import { SourcesTable } from './sources-table.tsx'
import { StatusSummary } from './status-summary.tsx'
import { statusStrings as words } from './strings.ts'

const hour = 3_600_000

/** What the operator sees, does and last said. */
export function StatusScreen() {
  const loaded = useFeature('status', (state) => state.status)
  const load = useFeature('status', (state) => state.load)
  const status = valueOf(loaded)
  return (
    <>
      <ScreenHeader title={words.title}>{status !== null && <StatusActions status={status} />}</ScreenHeader>
      <ScrollRegion label={words.title} className="min-h-0 flex-1 overflow-y-auto px-5 pt-5 pb-20 -outline-offset-2!">
        {status === null && loaded.kind === 'loading' && <Skeleton label={words.loading} />}
        {loaded.kind === 'failed' && (
          <Message words={[words.failed, loaded.words]} tone="problem">
            <Button onClick={() => void load()}>{words.retry}</Button>
          </Message>
        )}
        {status !== null && (
          <div className="flex max-w-[68rem] flex-col gap-7">
            <StatusSummary status={status} />
            <SourcesTable sources={status.sources} />
            <MonitorsTable monitors={status.monitors} />
            <ChannelsTable channels={status.channels} />
            <SelfCheck />
          </div>
        )}
      </ScrollRegion>
    </>
  )
}

function StatusActions({ status }: { readonly status: StatusView }) {
  const checking = useFeature('status', (state) => state.checking)
  const check = useFeature('status', (state) => state.check)
  const pause = useFeature('status', (state) => state.pause)
  const formats = useFormats()
  const now = useNow()
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="s" onClick={() => void check()} disabled={checking || status.running === 'no'}>
        <RefreshCw aria-hidden="true" className={checking ? 'animate-spin' : ''} />
        {checking ? words.checking : words.check}
      </Button>
      {status.pausedUntil === null ? (
        <Menu
          trigger={
            <Button size="s">
              <Pause aria-hidden="true" />
              {words.pause}
            </Button>
          }
        >
          <MenuItem onSelect={() => void pause(now + hour)}>{words.pauseHour}</MenuItem>
          <MenuItem onSelect={() => void pause(tomorrowMorning(now, formats))}>{words.pauseTomorrow}</MenuItem>
        </Menu>
      ) : (
        <Button size="s" kind="primary" onClick={() => void pause(null)}>
          <Play aria-hidden="true" />
          {words.resume}
        </Button>
      )}
    </div>
  )
}
