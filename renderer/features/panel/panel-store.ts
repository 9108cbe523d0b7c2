import { createStore } from 'zustand/vanilla'
import type { MetricName, Series } from '../../../shared/model/health.ts'
import { addDays } from '../../app/snooze-times.ts'
import type { Client } from '../../bridge/client.ts'

export type PanelMetric = Extract<MetricName, 'readiness' | 'sleep_hours'>

export type PanelState = {
  /** Null where there is nothing yet, or where the operator is away: the panel's other parts say so. */
  readonly figures: Readonly<Record<PanelMetric, Series | null>>
  /** The last week up to `today`, YYYY-MM-DD. */
  /** The last week again; nothing before the first `load`. */
  readonly reload: () => Promise<void>
  readonly load: (today: string) => Promise<void>
}

export function createPanelStore(client: Client) {
  let lastDay: string | null = null
  return createStore<PanelState>()((set, get) => ({
    figures: { readiness: null, sleep_hours: null },
    reload: async () => {
      if (lastDay !== null) await get().load(lastDay)
    },
    load: async (today) => {
      lastDay = today
      const read = (metric: PanelMetric) => client.call('health:series', { metric, from: addDays(today, -6), to: today }).catch(() => null)
      const [readiness, sleep] = await Promise.all([read('readiness'), read('sleep_hours')])
      set({ figures: { readiness, sleep_hours: sleep } })
    },
  }))
}
