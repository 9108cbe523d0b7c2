import { topics } from '../../shared/ipc/topics.ts'
import type { Topic } from '../../shared/ipc/topics.ts'
import type { Services } from './create-services.ts'
import { valueOf } from './loaded.ts'

/**
 * Reads again what the operator says has changed, and everything when it comes back after having been away. Only what is being looked at, or was,
 * is read: a screen that was never opened reads for itself when it is.
 */
export function followEvents({ client, stores }: Services): void {
  const { status, inbox, tasks, promises, captures, health, patterns, journal, settings, connections, panel } = stores
  const readers: Readonly<Record<Topic, () => void>> = {
    alerts: () => {
      if (inbox.getState().phase !== 'loading') void inbox.getState().load()
    },
    tasks: () => {
      void tasks.getState().load()
      if (patterns.getState().patterns.kind !== 'loading') void patterns.getState().load()
    },
    promises: () => {
      if (promises.getState().promises.kind !== 'loading') void promises.getState().load()
    },
    health: () => {
      if (valueOf(health.getState().series) !== null) void health.getState().reload()
      if (patterns.getState().patterns.kind !== 'loading') void patterns.getState().load()
      void panel.getState().reload()
    },
    journal: () => {
      if (journal.getState().phase !== 'loading') void journal.getState().load()
    },
    settings: () => void settings.getState().load(),
    status: () => {
      if (connections.getState().connections.kind !== 'loading') void connections.getState().load()
    },
    captures: () => {
      if (captures.getState().phase !== 'loading') void captures.getState().load()
    },
  }
  const reload = (changed: readonly Topic[]) => {
    void status.getState().load()
    for (const topic of changed) readers[topic]()
  }
  client.on('changed', ({ topics: changed }) => reload(changed))
  client.on('navigate', ({ screen, id }) => stores.router.getState().go(screen, id))
  client.on('shown', () => reload(topics))
  let connected = true
  client.onConnection((now) => {
    if (now && !connected) reload(topics)
    connected = now
    status.getState().setConnected(now)
  })
}
