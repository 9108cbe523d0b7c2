import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../main/domain/alert.ts'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { minute } from '../../../main/domain/instant.ts'
import type { OutboxState } from '../../../main/domain/outbox.ts'
import { escalate } from '../../../main/pipeline/escalation.ts'
import { aMessage, anAlert } from '../../support/records.ts'

const start = Date.parse('2026-01-20T15:00:00Z')
const critical = (change: Partial<Alert> = {}) => anAlert({ severity: 'critical', ...change })

function told(channel: ChannelName, state: OutboxState = 'delivered', createdAt = start) {
  return { key: `a-1 1 critical ${channel}`, state, createdAt, message: aMessage({ channel, severity: 'critical' }) }
}

function escalated(
  minutes: number,
  { alert = critical(), deliveries = [told('native')], channels = ['native', 'telegram', 'email'] as readonly ChannelName[] } = {},
) {
  return escalate(alert, deliveries, (name) => channels.includes(name), start + minutes * minute)
}

describe('a critical alert', () => {
  it.each([
    [29, null],
    [30, 'telegram'],
    [600, 'telegram'],
  ])('unanswered for %i minutes goes to: %s', (minutes, channel) => {
    expect(escalated(minutes)?.message.channel ?? null).toBe(channel)
  })

  it('says why it comes again, and that it is the same alert', () => {
    expect(escalated(31)).toMatchObject({
      key: 'a-1 escalation',
      message: { tells: [{ alertId: 'a-1', severity: 'critical' }], body: expect.stringContaining('Not acknowledged for 31 minutes.') },
    })
  })

  it.each([{ state: 'acknowledged' }, { state: 'snoozed' }, { state: 'resolved' }, { state: 'dismissed' }, { severity: 'high' }] as const)(
    'with %j is left alone',
    (change) => {
      expect(escalated(31, { alert: critical(change) })).toBeNull()
    },
  )

  it('goes further once only', () => {
    const deliveries = [told('native'), { ...told('telegram'), key: 'a-1 escalation' }]
    expect(escalated(90, { deliveries })).toBeNull()
  })

  it.each([
    ['what it has not tried', ['native', 'telegram'], 'email'],
    ['nobody, when everybody was told', ['native', 'telegram', 'email'], null],
  ] as const)('goes to %s', (_, channels, expected) => {
    expect(escalated(31, { deliveries: channels.map((name) => told(name)) })?.message.channel ?? null).toBe(expected)
  })

  it('leaves out a channel that has it waiting, and takes one that failed before', () => {
    expect(escalated(31, { deliveries: [told('native'), told('telegram', 'queued')] })?.message.channel).toBe('email')
    expect(escalated(31, { deliveries: [told('native'), told('telegram', 'failed')] })?.message.channel).toBe('telegram')
  })

  it('told in the journal alone waits no longer than any other', () => {
    expect(escalated(31, { deliveries: [told('journal')] })?.message.channel).toBe('native')
    expect(escalated(31, { deliveries: [told('journal'), told('telegram', 'delivered', start + 10 * minute)] })).toBeNull()
  })

  it('never told waits', () => {
    expect(escalated(31, { deliveries: [] })).toBeNull()
    expect(escalated(31, { deliveries: [told('native', 'queued')] })).toBeNull()
  })

  it('that only just became critical has its half hour from there', () => {
    const mild = { ...told('native'), message: aMessage({ channel: 'native', severity: 'medium' }) }
    expect(escalated(40, { deliveries: [mild, told('telegram', 'delivered', start + 20 * minute)] })).toBeNull()
  })
})
