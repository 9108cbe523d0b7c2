import { beforeEach, describe, expect, it } from 'vitest'
import { createNativeChannel, type NativeChannelOptions, type NotificationContent } from '../../../main/electron/native-channel.ts'
import type { Message } from '../../../main/operator/host.ts'

type Shown = {
  readonly content: NotificationContent
  closed: boolean
  click: () => void
  act: (index: number) => void
}

let shown: Shown[]
let opened: Message[]
let acted: string[]
/** What the desktop does with a notification that is shown. */
let desktop: 'shows' | 'fails' | 'is silent'
let place: Awaited<ReturnType<NativeChannelOptions['look']>>
let timers: (() => void)[]

beforeEach(() => {
  shown = []
  opened = []
  acted = []
  desktop = 'shows'
  place = { ok: true }
  timers = []
})

function channel(changes: Partial<NativeChannelOptions> = {}) {
  return createNativeChannel({
    make: (content) => {
      const one: Shown = { content, closed: false, click: () => undefined, act: () => undefined }
      let onShown: (() => void) | undefined
      let onFailed: ((reason: string) => void) | undefined
      shown.push(one)
      return {
        onShown: (listener) => void (onShown = listener),
        onFailed: (listener) => void (onFailed = listener),
        onClick: (listener) => void (one.click = listener),
        onAction: (listener) => void (one.act = listener),
        show: () => {
          if (desktop === 'shows') onShown?.()
          if (desktop === 'fails') onFailed?.('not allowed')
        },
        close: () => {
          one.closed = true
        },
      }
    },
    removeEarlier: () => false,
    look: () => Promise.resolve(place),
    sound: () => 'default',
    hasButtons: true,
    after: (_milliseconds, action) => {
      timers.push(action)
      return () => undefined
    },
    onOpen: (message) => opened.push(message),
    onAcknowledge: () => acted.push('acknowledge'),
    onSnooze: () => acted.push('snooze'),
    ...changes,
  })
}

const message: Message = {
  kind: 'alert',
  channel: 'native',
  tells: [{ alertId: 'a-1', key: 'health:readiness:2026-01-20', severity: 'high', members: [] }],
  severity: 'high',
  title: 'Readiness is 58',
  body: 'Take it easy.',
  subject: null,
  at: 0,
}
const context = (key: string) => ({ deduplicationKey: key, signal: new AbortController().signal })

describe('the native channel', () => {
  it('says delivered only when the system said that it was shown', async () => {
    expect(await channel().deliver(message, context('m-1'))).toEqual({ outcome: 'delivered', receipt: 'm-1' })
    expect(shown[0]?.content).toMatchObject({ id: 'm-1', title: 'Readiness is 58', urgent: false, actions: ['Acknowledge', 'Snooze 1 h'] })
  })

  it('marks what is critical as urgent', async () => {
    await channel().deliver({ ...message, severity: 'critical' }, context('m-1'))
    expect(shown[0]?.content.urgent).toBe(true)
  })

  it('passes the reason of a failure on', async () => {
    desktop = 'fails'
    expect(await channel().deliver(message, context('m-1'))).toEqual({
      outcome: 'retry',
      reason: 'the system refused: not allowed',
      afterMs: null,
    })
  })

  it('does not take silence for success', async () => {
    desktop = 'is silent'
    const result = channel().deliver(message, context('m-1'))
    await expect.poll(() => timers.length).toBe(1)
    timers[0]?.()
    expect(await result).toMatchObject({ outcome: 'retry' })
    expect(shown[0]?.closed).toBe(true)
  })

  it('shows nothing where nobody would show it', async () => {
    place = { ok: false, reason: 'nothing answers' }
    expect(await channel().deliver(message, context('m-1'))).toEqual({ outcome: 'retry', reason: 'nothing answers', afterMs: null })
    expect(shown).toEqual([])
  })

  it('shows nothing after it was stopped', async () => {
    const signal = AbortSignal.abort()
    expect(await channel().deliver(message, { deduplicationKey: 'm-1', signal })).toMatchObject({ outcome: 'retry' })
    expect(shown).toEqual([])
  })

  it('opens the alert on a click and acts on its buttons', async () => {
    await channel().deliver(message, context('m-1'))
    shown[0]?.click()
    shown[0]?.act(0)
    shown[0]?.act(1)
    expect(opened).toEqual([message])
    expect(acted).toEqual(['acknowledge', 'snooze'])
  })

  it('has no buttons where there is nothing to act on, or no place for them', async () => {
    await channel().deliver({ ...message, kind: 'test', tells: [] }, context('m-1'))
    await channel({ hasButtons: false }).deliver(message, context('m-2'))
    expect(shown.map((one) => one.content.actions)).toEqual([[], []])
  })

  it('replaces what it repeats, and rewrites nothing: that would show it again', async () => {
    const native = channel()
    await native.deliver(message, context('m-1'))
    await native.deliver({ ...message, title: 'Readiness is 57' }, context('m-1'))
    expect(shown.map((one) => [one.content.title, one.closed])).toEqual([
      ['Readiness is 58', true],
      ['Readiness is 57', false],
    ])
    expect(native.abilities.edit).toBe(false)
  })

  it('takes back what it showed, and says when it cannot', async () => {
    const native = channel()
    await native.deliver(message, context('m-1'))
    expect(await native.withdraw?.('m-1', context('').signal)).toMatchObject({ outcome: 'delivered' })
    expect(shown[0]?.closed).toBe(true)
    expect(await native.withdraw?.('m-1', context('').signal)).toMatchObject({ outcome: 'rejected' })
  })

  it('asks the system to take back what an earlier run showed', async () => {
    const removed: string[] = []
    const native = channel({ removeEarlier: (id) => removed.push(id) > 0 })
    expect(await native.withdraw?.('m-0', context('').signal)).toMatchObject({ outcome: 'delivered' })
    expect(removed).toEqual(['m-0'])
  })
})
