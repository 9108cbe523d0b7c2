import type { StatusView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
import { useParts } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { Cell, HeadCell, Row, Table } from '../../ui/table.tsx'
import { channelLabels } from '../inbox/channel-labels.ts'
import { severityNames } from '../inbox/strings.ts'
import { statusStrings as words } from './strings.ts'

type Channel = StatusView['channels'][number]

export function ChannelsTable({ channels }: { readonly channels: readonly Channel[] }) {
  const { columns } = words
  return (
    <section>
      <h2 className="mb-2 text-l">{words.channels}</h2>
      <Table label={words.channels} columns={[columns.channel, columns.least, columns.delivered, columns.queued, columns.actions]}>
        {channels.map((channel) => (
          <Row key={channel.name}>
            <HeadCell>{channelLabels[channel.name]}</HeadCell>
            <Cell>
              {channel.enabled && channel.minSeverity !== null ? (
                <span className="flex items-center gap-2">
                  <SeverityMark severity={channel.minSeverity} />
                  {severityNames[channel.minSeverity]}
                </span>
              ) : (
                words.channelOff
              )}
            </Cell>
            <Cell>
              {channel.lastDelivered !== null && <Moment at={channel.lastDelivered} />}
              {channel.lastError !== null && <p className="max-w-[44ch] text-s text-critical">{channel.lastError}</p>}
            </Cell>
            <Cell>{channel.queued === 0 ? '' : channel.queued}</Cell>
            <Cell>{channel.enabled && channel.name !== 'journal' && <TestButton channel={channel.name} />}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

function TestButton({ channel }: { readonly channel: Channel['name'] }) {
  const { sendTest, tests } = useParts('status', 'sendTest', 'tests')
  const test = tests[channel]
  return (
    <>
      <Button
        size="s"
        disabled={test === 'sending'}
        aria-label={words.sendTestBy(channelLabels[channel])}
        onClick={() => void sendTest(channel)}
      >
        {words.sendTest}
      </Button>
      <p role="status" className="max-w-[30ch] pt-1 text-s empty:hidden">
        {test !== undefined && test !== 'sending' && `${words.tested[test.outcome]} ${test.reason ?? ''}`.trim()}
      </p>
    </>
  )
}
