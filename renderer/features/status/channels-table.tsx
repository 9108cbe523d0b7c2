import type { StatusView } from '../../../shared/model/status.ts'
import { Moment } from '../../app/moment.tsx'
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
      <Table label={words.channels} columns={[columns.channel, columns.least, columns.delivered, columns.queued]}>
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
          </Row>
        ))}
      </Table>
    </section>
  )
}
