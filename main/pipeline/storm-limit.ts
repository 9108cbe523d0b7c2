import { highestSeverity, severityRank } from '../domain/severity.ts'
import { suppress, type Batch, type Item } from './batch.ts'
import type { Stage } from './stage.ts'
import type { World } from './world.ts'

/** Told by itself this cycle, and so counted: what waits for the morning is told there, together, unless it has become critical meanwhile. */
function isCounted({ alert, decision, finding }: Item, { quiet }: World): boolean {
  return decision.kind === 'tell' && (!alert.heldForMorning || (quiet.active && finding.severity === 'critical'))
}

/** At most so many alerts told a cycle, the highest severity first, the longest open among equals; the rest become one message. */
export const stormLimit: Stage = {
  name: 'storm_limit',
  run(batch, world): Batch {
    const counted = batch.items.filter((item) => isCounted(item, world))
    const rest = counted
      .toSorted((a, b) => severityRank(b.finding.severity) - severityRank(a.finding.severity) || a.alert.openedAt - b.alert.openedAt)
      .slice(world.deduplication.maxAlertsPerRun)
    if (rest.length === 0) return batch
    const held = new Set(rest)
    return {
      ...batch,
      items: batch.items.map((item) => (held.has(item) ? suppress(item, 'storm_limit', 'storm limit') : item)),
      summaries: [
        ...batch.summaries,
        {
          kind: 'storm_summary',
          alerts: [],
          severity: highestSeverity(rest.map(({ finding }) => finding.severity)),
          title: `${rest.length} more ${rest.length === 1 ? 'alert' : 'alerts'} held`,
          body: `Too much at once to tell one by one. They are in the inbox, and follow in the next checks.`,
          channels: [],
        },
      ],
    }
  },
}
