import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../main/domain/alert.ts'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { hour } from '../../../main/domain/instant.ts'
import { followUp } from '../../../main/pipeline/follow-up.ts'
import type { ChannelAbilities } from '../../../main/ports/channel.ts'
import { aMessage, anAlert } from '../../support/records.ts'
import { testNow } from '../../support/test-database.ts'

const zone = 'America/Chicago'
const edits: ChannelAbilities = { buttons: true, edit: true, withdraw: true }
const withdraws: ChannelAbilities = { buttons: true, edit: false, withdraw: true }
const neither: ChannelAbilities = { buttons: false, edit: false, withdraw: false }

function announced(
  alerts: readonly Alert[],
  receipt: string | null = 'r-1',
  channel: ChannelName = 'telegram',
  lastChange: { readonly id: number; readonly key: string } | null = null,
) {
  const message = aMessage({ channel })
  const item = {
    id: 1,
    key: 'k',
    message,
    state: 'delivered',
    attempts: 1,
    nextAttemptAt: 0,
    createdAt: 0,
    receipt,
    lastError: null,
  } as const
  return { item, alerts, lastChange }
}

describe('what was announced', () => {
  it.each([
    [{ state: 'acknowledged', acknowledgedAt: 5 }, 'Acknowledged: Readiness is low', 'k acknowledged 5'],
    [{ state: 'snoozed', snoozedUntil: testNow + hour }, 'Snoozed until 10:05: Readiness is low', `k snoozed ${testNow + hour}`],
    [{ state: 'resolved', closedAt: 7 }, 'Resolved: Readiness is low', 'k resolved 7'],
    [{ state: 'dismissed', closedAt: 7 }, 'Dismissed: Readiness is low', 'k dismissed 7'],
  ] as const)('is rewritten when its alert is %j', (change, title, key) => {
    const next = followUp(announced([anAlert(change)]), edits, testNow, zone)
    expect(next).toMatchObject({
      key,
      message: { kind: 'follow_up', title, body: '', tells: [], follows: { receipt: 'r-1', how: 'edit' } },
    })
  })

  it('is taken back where it cannot be rewritten, once', () => {
    const acknowledged = followUp(announced([anAlert({ state: 'acknowledged', acknowledgedAt: 5 })]), withdraws, testNow, zone)
    const resolved = followUp(announced([anAlert({ state: 'resolved', closedAt: 7 })]), withdraws, testNow, zone)
    expect(acknowledged).toMatchObject({ key: 'k withdrawn', message: { follows: { how: 'withdraw' } } })
    expect(resolved?.key).toBe('k withdrawn')
  })

  it('is taken back where rewriting it would show it anew', () => {
    const acknowledged = anAlert({ state: 'acknowledged', acknowledgedAt: 5 })
    expect(followUp(announced([acknowledged], 'r-1', 'native'), edits, testNow, zone)?.message.follows?.how).toBe('withdraw')
  })

  it('stays as it is while its alert is open, and where nothing can be done', () => {
    expect(followUp(announced([anAlert()]), edits, testNow, zone)).toBeNull()
    expect(followUp(announced([anAlert({ state: 'resolved', closedAt: 7 })]), neither, testNow, zone)).toBeNull()
    expect(followUp(announced([anAlert({ state: 'resolved', closedAt: 7 })], null), edits, testNow, zone)).toBeNull()
    expect(followUp(announced([]), edits, testNow, zone)).toBeNull()
  })

  it('says again what it said, with what can be done, once the owner takes it back', () => {
    const changed = { id: 7, key: 'k acknowledged 5' }
    const again = followUp(announced([anAlert()], 'r-1', 'telegram', changed), edits, testNow, zone)
    expect(again).toMatchObject({
      key: 'k open 7',
      message: { kind: 'follow_up', title: 'Readiness is low', tells: [], follows: { receipt: 'r-1', how: 'edit', openAlertId: 'a-1' } },
    })
    const saidAgain = { id: 8, key: 'k open 7' }
    expect(followUp(announced([anAlert()], 'r-1', 'telegram', saidAgain), edits, testNow, zone)).toBeNull()
    expect(followUp(announced([anAlert()], 'r-1', 'telegram', changed), withdraws, testNow, zone)).toBeNull()
    const several = followUp(announced([anAlert(), anAlert({ id: 'a-2' })], 'r-1', 'telegram', changed), edits, testNow, zone)
    expect(several?.message.follows).toEqual({ receipt: 'r-1', how: 'edit' })
  })

  it('about several is closed when the last of them is', () => {
    const closed = anAlert({ state: 'resolved', closedAt: 7 })
    expect(followUp(announced([closed, anAlert({ id: 'a-2', state: 'acknowledged' })]), edits, testNow, zone)).toBeNull()
    const all = followUp(announced([closed, anAlert({ id: 'a-2', state: 'dismissed', closedAt: 9 })]), edits, testNow, zone)
    expect(all).toMatchObject({ key: 'k closed 9', message: { title: 'Resolved: Readiness is low' } })
  })
})
