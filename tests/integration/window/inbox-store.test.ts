import { describe, expect, it } from 'vitest'
import { createUndoStore } from '../../../renderer/app/undo-store.ts'
import { createInboxStore } from '../../../renderer/features/inbox/inbox-store.ts'
import type { AlertView } from '../../../shared/model/alert.ts'
import { saveAlert } from '../../../main/store/alerts.ts'
import { anAlert } from '../../support/records.ts'
import { testOperator } from '../../support/test-operator.ts'
import { directClient } from '../../support/window/direct-client.ts'

/** The gravest first, as the inbox lists them. */
const alerts = [
  anAlert({ id: 'a1', key: 'health:readiness:2026-01-20', severity: 'critical', title: 'Readiness is 48, very low' }),
  anAlert({ id: 'a2', key: 'health:sleep:2026-01-20', rule: 'sleep', severity: 'high', title: 'You slept 5.3 hours, short' }),
  anAlert({
    id: 'a3',
    key: 'task:overdue',
    monitor: 'tasks',
    rule: 'overdue',
    severity: 'medium',
    title: '3 tasks are overdue',
    subject: null,
  }),
  anAlert({ id: 'a4', key: 'health:hrv:2026-01-20', rule: 'hrv', severity: 'low', title: 'HRV is 39 ms, low', state: 'acknowledged' }),
]

async function openInbox() {
  const { operator, db } = await testOperator()
  for (const alert of alerts) saveAlert(db, alert)
  const { client, refuseNext } = directClient(operator.handlers)
  const undo = createUndoStore()
  const store = createInboxStore(client, undo)
  await store.getState().load()
  const alert = (id: string): AlertView => {
    const found = store.getState().alerts.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no alert ${id}`)
    return found
  }
  return { store, undo, alert, refuseNext }
}

describe('the inbox', () => {
  it('shows an acknowledgement before the operator has answered', async () => {
    const { store, alert } = await openInbox()
    const answered = store.getState().acknowledge(alert('a1'))
    expect(alert('a1').state).toBe('acknowledged')
    await answered
    expect(alert('a1').state).toBe('acknowledged')
  })

  it('puts it back and says why when the operator refuses', async () => {
    const { store, undo, alert, refuseNext } = await openInbox()
    refuseNext('alerts:acknowledge', 'The database is read-only.')
    await store.getState().acknowledge(alert('a1'))
    expect(alert('a1').state).toBe('open')
    expect(undo.getState().refusal).toBe('The database is read-only.')
    expect(undo.getState().stack).toHaveLength(0)
  })

  it('undoes closing an acknowledged alert back to acknowledged, not to open', async () => {
    const { store, undo, alert } = await openInbox()
    await store.getState().setFilter({ tab: 'all' })
    await store.getState().resolve(alert('a4'))
    expect(alert('a4').state).toBe('resolved')
    await undo.getState().undo()
    expect(alert('a4').state).toBe('acknowledged')
  })

  it('moves down and up and stays at either end', async () => {
    const { store } = await openInbox()
    await store.getState().select('a1')
    await store.getState().move(-1)
    expect(store.getState().selectedId).toBe('a1')
    await store.getState().move(1)
    expect(store.getState().selectedId).toBe('a2')
  })

  it('drops the answer to an older question', async () => {
    const { store } = await openInbox()
    const first = store.getState().setFilter({ search: 'readiness' })
    const second = store.getState().setFilter({ search: 'overdue' })
    await Promise.all([first, second])
    expect(store.getState().alerts.map(({ id }) => id)).toEqual(['a3'])
  })

  it('reads page after page without losing or repeating one', async () => {
    const { operator, db } = await testOperator()
    const many = Array.from({ length: 1200 }, (_, index) => anAlert({ id: `n${index}`, key: `operator:thing:${index}`, subject: null }))
    db.transaction(() => many.forEach((alert) => saveAlert(db, alert)))
    const { client } = directClient(operator.handlers)
    const store = createInboxStore(client, createUndoStore())
    await store.getState().load()
    while (store.getState().next !== null) await store.getState().loadMore()
    expect(
      store
        .getState()
        .alerts.map(({ id }) => id)
        .toSorted(),
    ).toEqual(many.map(({ id }) => id).toSorted())
  })
})
