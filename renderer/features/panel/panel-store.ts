import { createStore } from 'zustand/vanilla'
import type { MetricName, Series } from '../../../shared/model/health.ts'
import { addDays } from '../../app/snooze-times.ts'
import type { Client } from '../../bridge/client.ts'

export type PanelMetric = Extract<MetricName, 'readiness' | 'sleep_hours'>

export type PanelState = {
  /** Null where there is nothing yet, or where the operator is away: the panel's other parts say so. */
  readonly figures: Readonly<Record<PanelMetric, Series | null>>
  /** The last week up to `today`, YYYY-MM-DD. */
  readonly load: (today: string) => Promise<void>
}

export function createPanelStore(client: Client) {
  return createStore<PanelState>()((set) => ({
    figures: { readiness: null, sleep_hours: null },
    load: async (today) => {
      const read = (metric: PanelMetric) => client.call('health:series', { metric, from: addDays(today, -6), to: today }).catch(() => null)
      const [readiness, sleep] = await Promise.all([read('readiness'), read('sleep_hours')])
      set({ figures: { readiness, sleep_hours: sleep } })
    },
  }))
}
