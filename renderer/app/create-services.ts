import type { Topic } from '../../shared/ipc/events.ts'
import type { Client } from '../bridge/client.ts'
import { createHealthStore } from '../features/health/health-store.ts'
import { createInboxStore } from '../features/inbox/inbox-store.ts'
import { createPanelStore } from '../features/panel/panel-store.ts'
import { createTasksStore } from '../features/tasks/tasks-store.ts'
import { createRouter } from './router.ts'
import { createShellStore } from './shell-store.ts'
import { createStatusStore } from './status-store.ts'
import { createUndoStore } from './undo-store.ts'

/** The stores of one window and the client behind them. */
export function createServices(client: Client, page: Window) {
  const undo = createUndoStore()
  const refuse = undo.getState().refuse
  const stores = {
    undo,
    shell: createShellStore(),
    router: createRouter(page, 'inbox'),
    status: createStatusStore(client, refuse, Date.now),
    inbox: createInboxStore(client, undo),
    tasks: createTasksStore(client, undo),
    panel: createPanelStore(client),
    health: createHealthStore(client),
  }
  return { client, stores }
}

export type Services = ReturnType<typeof createServices>

/** Reads again what the operator says has changed, and everything when it comes back after having been away. */
export function followEvents({ client, stores }: Services): void {
  const reload = (topics: readonly Topic[]) => {
    void stores.status.getState().load()
    if (topics.includes('alerts')) void stores.inbox.getState().load()
    if (topics.includes('tasks')) void stores.tasks.getState().load()
  }
  client.on('changed', ({ topics }) => reload(topics))
  client.on('navigate', ({ screen, id }) => stores.router.getState().go(screen, id))
  client.on('shown', () => reload(['alerts', 'tasks']))
  let connected = true
  client.onConnection((now) => {
    if (now && !connected) reload(['alerts', 'tasks'])
    connected = now
    stores.status.getState().setConnected(now)
  })
}
