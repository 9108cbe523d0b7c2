import type { Client } from '../bridge/client.ts'
import { createConnectionsStore } from '../features/connections/connections-store.ts'
import { createCapturesStore } from '../features/captures/captures-store.ts'
import { createDataStore } from '../features/data/data-store.ts'
import { createHealthStore } from '../features/health/health-store.ts'
import { createInboxStore } from '../features/inbox/inbox-store.ts'
import { createJournalStore } from '../features/journal/journal-store.ts'
import { createPanelStore } from '../features/panel/panel-store.ts'
import { createPatternsStore } from '../features/patterns/patterns-store.ts'
import { createPromisesStore } from '../features/promises/promises-store.ts'
import { createSettingsStore } from '../features/settings/settings-store.ts'
import { createTasksStore } from '../features/tasks/tasks-store.ts'
import { createRouter } from './router.ts'
import { createSampleStore } from './sample-store.ts'
import { createShellStore } from './shell-store.ts'
import { createStatusStore } from './status-store.ts'
import { createUndoStore } from './undo-store.ts'
import { watchedDeeds } from './watched-deeds.ts'

/** The stores of one window and the client behind them. */
export function createServices(bridge: Client, page: Window) {
  const undo = createUndoStore()
  const { refuse, underWay } = undo.getState()
  const client = watchedDeeds(bridge, underWay)
  const stores = {
    undo,
    shell: createShellStore(page.localStorage),
    router: createRouter(page, 'inbox'),
    status: createStatusStore(client, refuse, Date.now),
    sample: createSampleStore(client, undo),
    inbox: createInboxStore(client, undo),
    tasks: createTasksStore(client, undo),
    promises: createPromisesStore(client, undo),
    captures: createCapturesStore(client, undo),
    health: createHealthStore(client),
    patterns: createPatternsStore(client),
    journal: createJournalStore(client),
    connections: createConnectionsStore(client),
    data: createDataStore(client, undo),
    settings: createSettingsStore(client, undo),
    panel: createPanelStore(client),
  }
  return { client, stores }
}

export type Services = ReturnType<typeof createServices>
