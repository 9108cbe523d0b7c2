import { createStore } from 'zustand/vanilla'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import type { AlertDetail, AlertView } from '../../../shared/model/alert.ts'
import type { Severity } from '../../../shared/model/severity.ts'
import { failed, ready } from '../../app/loaded.ts'
import type { Loaded } from '../../app/loaded.ts'
import type { UndoStore } from '../../app/undo-store.ts'
import type { Client } from '../../bridge/client.ts'
import { wordsOf } from '../../bridge/refused.ts'
import { alertStates } from './filter-values.ts'
import { inboxStrings as words } from './strings.ts'

export type InboxTab = 'open' | 'held' | 'all'
type InboxFilter = {
  readonly tab: InboxTab
  readonly severities: readonly Severity[]
  readonly monitors: readonly AlertView['monitor'][]
  /** Only where the tab lists every state. */
  readonly states: readonly AlertView['state'][]
  readonly search: string
}
type Rating = NonNullable<AlertView['rating']>

export type InboxState = {
  readonly filter: InboxFilter
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly problem: string | null
  readonly alerts: readonly AlertView[]
  readonly next: string | null
  readonly counts: { readonly open: number; readonly held: number; readonly all: number }
  readonly selectedId: string | null
  readonly detail: Loaded<AlertDetail>
  readonly load: () => Promise<void>
  /** Reads unless the first reading is under way already: the window's start asks before the screen is drawn. */
  readonly open: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly setFilter: (change: Partial<InboxFilter>) => Promise<void>
  readonly select: (id: string | null) => Promise<void>
  /** One down or up from the selected one; stays at either end. */
  readonly move: (step: 1 | -1) => Promise<void>
  readonly acknowledge: (alert: AlertView) => Promise<void>
  readonly snooze: (alert: AlertView, until: number) => Promise<void>
  /** By words. Resolves to those of a refusal, to be shown beside the field; null when it was done. */
  readonly snoozeFor: (alert: AlertView, phrase: string) => Promise<string | null>
  readonly resolve: (alert: AlertView) => Promise<void>
  readonly dismiss: (alert: AlertView) => Promise<void>
  readonly reopen: (alert: AlertView) => Promise<void>
  readonly rate: (alert: AlertView, rating: Rating | null) => Promise<void>
  readonly mute: (alert: AlertView, until: number | null) => Promise<void>
  readonly unmute: (rule: string) => Promise<void>
}

const pageSize = 100
/** Enough to stay ahead of a wheel, and little enough to take in between two frames. */
const morePerPage = 200

export function createInboxStore(client: Client, undoStore: UndoStore) {
  const { did, refuse } = undoStore.getState()
  // Answers of an older question are dropped: typing fast asks many.
  let asked = 0

  return createStore<InboxState>()((set, get) => {
    const replace = (changed: readonly AlertView[]) => {
      const byId = new Map(changed.map((alert) => [alert.id, alert]))
      set(({ alerts, detail }) => ({
        alerts: alerts.map((alert) => byId.get(alert.id) ?? alert),
        detail: detail.kind === 'ready' ? ready({ ...detail.value, alert: byId.get(detail.value.alert.id) ?? detail.value.alert }) : detail,
      }))
    }

    const settle = async () => {
      await get().load()
      await refreshDetail()
    }

    const refreshDetail = async () => {
      const id = get().selectedId
      if (id === null) return
      try {
        const detail = await client.call('alerts:get', { id })
        if (get().selectedId === id) set({ detail: ready(detail) })
      } catch (error) {
        if (get().selectedId === id) set(({ detail }) => ({ detail: failed(error, detail) }))
      }
    }

    /** Shows the change at once; a refusal puts the alert back as it was and says why. */
    const change = async (
      before: AlertView,
      shown: Partial<AlertView>,
      send: () => Promise<unknown>,
      back: (() => Promise<unknown>) | null,
      said: string,
    ) => {
      replace([{ ...before, ...shown }])
      try {
        await send()
      } catch (error) {
        replace([before])
        refuse(error)
        return
      }
      if (back !== null) {
        did(said, async () => {
          await back()
          await settle()
        })
      }
      await settle()
    }

    return {
      filter: { tab: 'open', severities: [], monitors: [], states: [], search: '' },
      phase: 'loading',
      problem: null,
      alerts: [],
      next: null,
      counts: { open: 0, held: 0, all: 0 },
      selectedId: null,
      detail: { kind: 'loading' },
      load: async () => {
        const mine = ++asked
        try {
          // As much as is on screen now, so that a refresh does not throw a scrolled list back to its first page.
          const limit = Math.min(500, Math.max(pageSize, get().alerts.length))
          const page = await client.call('alerts:list', { ...question(get().filter), limit, cursor: null })
          if (mine !== asked) return
          set({ alerts: page.alerts, next: page.next, counts: page.counts, phase: 'ready', problem: null })
        } catch (error) {
          if (mine === asked) set({ phase: 'failed', problem: wordsOf(error) })
        }
      },
      open: async () => {
        if (asked === 0 || get().phase !== 'loading') await get().load()
      },
      loadMore: async () => {
        const { next, filter, phase } = get()
        if (next === null || phase !== 'ready') return
        const mine = ++asked
        try {
          const page = await client.call('alerts:list', { ...question(filter), limit: morePerPage, cursor: next })
          if (mine !== asked) return
          set(({ alerts }) => ({ alerts: [...alerts, ...page.alerts], next: page.next, counts: page.counts }))
        } catch (error) {
          if (mine === asked) set({ problem: wordsOf(error) })
        }
      },
      setFilter: async (filter) => {
        set((state) => ({ filter: { ...state.filter, ...filter }, alerts: [], next: null, phase: 'loading', selectedId: null }))
        await get().load()
      },
      select: async (id) => {
        if (id === get().selectedId) return
        set({ selectedId: id, detail: { kind: 'loading' } })
        await refreshDetail()
      },
      move: async (step) => {
        const { alerts, selectedId } = get()
        const at = alerts.findIndex((alert) => alert.id === selectedId)
        const target = alerts[at === -1 ? 0 : at + step]
        if (target !== undefined) await get().select(target.id)
      },
      acknowledge: (alert) =>
        change(
          alert,
          { state: 'acknowledged' },
          () => client.call('alerts:acknowledge', { ids: [alert.id] }),
          () => restore(client, alert),
          words.did.acknowledged(alert.title),
        ),
      snooze: (alert, until) =>
        change(
          alert,
          { state: 'snoozed', snoozedUntil: until },
          () => client.call('alerts:snooze', { ids: [alert.id], until }),
          () => restore(client, alert),
          words.did.snoozed(alert.title),
        ),
      snoozeFor: async (alert, phrase) => {
        try {
          const { alerts } = await client.call('alerts:snooze', { ids: [alert.id], phrase })
          replace(alerts)
        } catch (error) {
          return wordsOf(error)
        }
        did(words.did.snoozed(alert.title), async () => {
          await restore(client, alert)
          await settle()
        })
        await settle()
        return null
      },
      resolve: (alert) =>
        change(
          alert,
          { state: 'resolved' },
          () => client.call('alerts:resolve', { ids: [alert.id] }),
          () => restore(client, alert),
          words.did.resolved(alert.title),
        ),
      dismiss: (alert) =>
        change(
          alert,
          { state: 'dismissed' },
          () => client.call('alerts:dismiss', { ids: [alert.id] }),
          () => restore(client, alert),
          words.did.dismissed(alert.title),
        ),
      reopen: (alert) =>
        change(
          alert,
          { state: 'open' },
          () => client.call('alerts:reopen', { ids: [alert.id] }),
          () => restore(client, alert),
          words.did.reopened(alert.title),
        ),
      rate: (alert, rating) =>
        change(
          alert,
          { rating },
          () => client.call('alerts:rate', { id: alert.id, rating }),
          () => client.call('alerts:rate', { id: alert.id, rating: alert.rating }),
          words.did.rated(alert.title),
        ),
      mute: (alert, until) =>
        change(
          alert,
          {},
          () => client.call('rules:mute', { rule: alert.rule, until }),
          () => client.call('rules:unmute', { rule: alert.rule }),
          words.did.muted(alert.rule),
        ),
      unmute: async (rule) => {
        try {
          await client.call('rules:unmute', { rule })
          did(words.did.unmuted(rule), async () => {
            await client.call('rules:mute', { rule, until: null })
            await settle()
          })
        } catch (error) {
          refuse(error)
        }
        await settle()
      },
    }
  })
}

/** The operator lists what is still true unless told otherwise, so "all" names every state. */
function statesOf(filter: InboxFilter): Pick<InputOf<'alerts:list'>, 'states' | 'held'> {
  switch (filter.tab) {
    case 'open':
      return {}
    case 'held':
      return { held: true }
    case 'all':
      return { states: filter.states.length > 0 ? [...filter.states] : [...alertStates] }
  }
}

function question(filter: InboxFilter): InputOf<'alerts:list'> {
  return {
    ...statesOf(filter),
    ...(filter.severities.length > 0 ? { severities: [...filter.severities] } : {}),
    ...(filter.monitors.length > 0 ? { monitors: [...filter.monitors] } : {}),
    ...(filter.search.trim() === '' ? {} : { search: filter.search.trim() }),
  }
}

/** Brings an alert back to the state it was in: what undoing an acknowledgement, a snooze or a closing means. */
async function restore(client: Client, before: AlertView): Promise<void> {
  const ids = [before.id]
  await client.call('alerts:reopen', { ids })
  switch (before.state) {
    case 'open':
      return
    case 'acknowledged':
      await client.call('alerts:acknowledge', { ids })
      return
    case 'snoozed':
      if (before.snoozedUntil !== null) await client.call('alerts:snooze', { ids, until: before.snoozedUntil })
      return
    case 'resolved':
      await client.call('alerts:resolve', { ids })
      return
    case 'dismissed':
      await client.call('alerts:dismiss', { ids })
      return
  }
}
