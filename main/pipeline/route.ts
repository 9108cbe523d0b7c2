import { channelNames, type ChannelName } from '../domain/channel-name.ts'
import type { RouteSettings } from '../domain/settings.ts'
import { isAtLeast, type Severity } from '../domain/severity.ts'
import { decide } from './batch.ts'
import type { Stage } from './stage.ts'

/** Every channel that is on and takes this severity. */
export function channelsFor(severity: Severity, routes: RouteSettings): readonly ChannelName[] {
  return channelNames.filter((name) => {
    const minimum = routes[name]
    return minimum !== null && isAtLeast(severity, minimum)
  })
}

export const route: Stage = {
  name: 'route',
  run(batch, { routes }) {
    const routed = decide(batch, (item) => ({ ...item, channels: channelsFor(item.finding.severity, routes) }))
    return { ...routed, summaries: batch.summaries.map((summary) => ({ ...summary, channels: channelsFor(summary.severity, routes) })) }
  },
}
