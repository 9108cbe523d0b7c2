import { describe, expect, it, vi } from 'vitest'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { hour, minute } from '../../../main/domain/instant.ts'
import { deliver } from '../../../main/pipeline/deliver.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { letTimePass } from '../../support/let-time-pass.ts'
import { MemoryOutbox } from '../../support/memory-outbox.ts'
import { aQueuedMessage } from '../../support/message-builder.ts'
import { delivered, rejected, retry, ScriptedChannel } from '../../support/scripted-channel.ts'

const policy = { attempts: 3, baseMs: 250, maxMs: 10_000 }

function aDelivery(...channels: readonly Channel[]) {
  const clock = new FakeClock()
  const outbox = new MemoryOutbox()
  const byName = new Map<ChannelName, Channel>(channels.map((channel) => [channel.name, channel]))
  const stop = new AbortController()
  const cycle = () =>
    letTimePass(
      clock,
      deliver(
        { outbox, channels: byName, elsewhere: new Set(), clock, ids: { random: () => 0.5 }, retry: policy },
        clock.now(),
        stop.signal,
      ),
    )
  return { clock, outbox, cycle, stop }
}

const titles = (channel: ScriptedChannel) => channel.sent.map((message) => message.title)

describe('delivering', () => {
  it('hands every due message to its channel in order, and keeps the receipt', async () => {
    const telegram = new ScriptedChannel('telegram')
    const email = new ScriptedChannel('email')
    const { outbox, cycle } = aDelivery(telegram, email)
    outbox.add(
      aQueuedMessage('one', { title: '1' }),
      aQueuedMessage('two', { title: '2' }),
      aQueuedMessage('one', { channel: 'email', title: '1' }),
    )
    const outcomes = await cycle()
    expect(titles(telegram)).toEqual(['1', '2'])
    expect(titles(email)).toEqual(['1'])
    expect(outcomes).toContainEqual({ keys: ['one'], channel: 'telegram', outcome: 'delivered', reason: null })
    expect(outbox.items.get(1)).toMatchObject({ state: 'delivered', receipt: 'r-1', attempts: 1 })
    expect(outbox.journal.map((entry) => [entry.type, entry.source])).toContainEqual(['delivered', 'telegram'])
  })

  it('tries three times within the cycle, then again on a later one', async () => {
    const telegram = new ScriptedChannel('telegram', (_, attempt) => (attempt < 4 ? retry() : delivered))
    const { clock, outbox, cycle } = aDelivery(telegram)
    outbox.add(aQueuedMessage('one', { severity: 'medium' }))
    expect(await cycle()).toEqual([{ keys: ['one'], channel: 'telegram', outcome: 'retrying', reason: 'server error 500' }])
    expect(telegram.attempts).toHaveLength(3)
    expect(outbox.items.get(1)).toMatchObject({ state: 'queued', attempts: 3, lastError: 'server error 500' })
    expect(await cycle()).toMatchObject([{ outcome: 'queued' }])
    expect(telegram.attempts).toHaveLength(3)
    clock.advance(minute)
    expect(await cycle()).toMatchObject([{ outcome: 'delivered' }])
  })

  it('keeps the order while the first message waits for its next attempt', async () => {
    let down = true
    const email = new ScriptedChannel('email', () => (down ? retry() : delivered))
    const { clock, outbox, cycle } = aDelivery(email)
    outbox.add(aQueuedMessage('one', { channel: 'email', title: '1' }), aQueuedMessage('two', { channel: 'email', title: '2' }))
    const outcomes = await cycle()
    expect(outcomes.map((each) => each.outcome)).toEqual(['retrying', 'queued'])
    expect(email.attempts).toHaveLength(3)
    down = false
    await cycle()
    expect(email.sent).toHaveLength(0)
    clock.advance(minute)
    await cycle()
    expect(titles(email)).toEqual(['1', '2'])
  })

  it('lets others pass a message that alone keeps failing', async () => {
    const webhook = new ScriptedChannel('webhook', (message) => (message.title === 'poison' ? retry() : delivered))
    const { clock, outbox, cycle } = aDelivery(webhook)
    outbox.add(aQueuedMessage('one', { channel: 'webhook', title: 'poison', severity: 'medium' }))
    outbox.add(aQueuedMessage('two', { channel: 'webhook', title: 'fine', severity: 'medium' }))
    for (let cycles = 0; cycles < 8; cycles += 1) {
      await cycle()
      clock.advance(5 * minute)
    }
    expect(titles(webhook)).toEqual(['fine'])
  })

  it('gives up after 24 hours', async () => {
    const email = new ScriptedChannel('email', () => retry())
    const { clock, outbox, cycle } = aDelivery(email)
    outbox.add(aQueuedMessage('one', { channel: 'email', severity: 'medium' }))
    let outcome: string | undefined
    for (let passed = 0; passed <= 25 * hour && outcome !== 'failed'; passed += 5 * minute) {
      outcome = (await cycle())[0]?.outcome
      clock.advance(5 * minute)
    }
    expect(outbox.items.get(1)).toMatchObject({ state: 'failed', lastError: 'given up after 24 h: server error 500' })
    expect(outbox.items.get(1)?.attempts).toBeGreaterThan(200)
  })

  it('sits out a short wait the service asks for, and carries a long one over to the whole channel', async () => {
    const { clock, outbox, cycle } = aDelivery(
      new ScriptedChannel('telegram', (_, attempt) => (attempt === 1 ? retry(3_000, 'rate limited') : retry(600_000, 'rate limited'))),
    )
    outbox.add(aQueuedMessage('one', { severity: 'medium' }))
    const start = clock.now()
    await cycle()
    expect(clock.now() - start).toBeGreaterThanOrEqual(3_000)
    expect(outbox.heldUntil('telegram')).toBeGreaterThanOrEqual(start + 603_000)
    outbox.add(aQueuedMessage('two', { severity: 'critical' }))
    clock.advance(5 * minute)
    expect((await cycle()).map((each) => each.outcome)).toEqual(['queued', 'queued'])
  })

  it('takes a channel that throws for one that failed, without repeating what it said', async () => {
    const telegram = new ScriptedChannel('telegram', () => {
      throw new TypeError('https://api.telegram.org/bot123:SECRET/sendMessage')
    })
    const { outbox, cycle } = aDelivery(telegram)
    outbox.add(aQueuedMessage('one', { severity: 'medium' }))
    expect(await cycle()).toMatchObject([{ outcome: 'retrying', reason: 'unexpected TypeError' }])
    expect(JSON.stringify(outbox.journal)).not.toContain('SECRET')
  })

  it('does not wait for ever for a channel that says nothing', async () => {
    const telegram = new ScriptedChannel('telegram', () => new Promise(() => {}))
    const { outbox, cycle } = aDelivery(telegram)
    outbox.add(aQueuedMessage('one', { severity: 'medium' }))
    expect(await cycle()).toMatchObject([{ outcome: 'retrying', reason: 'no answer within 30 s' }])
  })

  it('does not send what was cancelled while it waited', async () => {
    const { outbox, cycle } = aDelivery(
      new ScriptedChannel('telegram', () => {
        outbox.cancel(1)
        return retry()
      }),
    )
    outbox.add(aQueuedMessage('one'))
    await cycle()
    expect(outbox.items.get(1)).toMatchObject({ attempts: 1 })
  })

  it('stops when told to, and leaves the rest queued', async () => {
    const { outbox, cycle, stop } = aDelivery(
      new ScriptedChannel('telegram', () => {
        stop.abort()
        return delivered
      }),
    )
    outbox.add(aQueuedMessage('one'), aQueuedMessage('two'))
    expect((await cycle()).map((each) => each.outcome)).toEqual(['delivered', 'queued'])
  })
})

describe('a critical message', () => {
  it('that arrives later goes before 10,000 queued ones, which drain in order', async () => {
    const order: string[] = []
    const telegram = new ScriptedChannel('telegram', (message) => {
      order.push(message.title)
      if (order.length === 100) outbox.add(aQueuedMessage('late', { title: 'critical', severity: 'critical' }))
      return delivered
    })
    const { outbox, cycle } = aDelivery(telegram)
    const many = Array.from({ length: 10_000 }, (_, index) => aQueuedMessage(`n${index}`, { title: String(index) }))
    outbox.add(...many)
    await cycle()
    expect(order.indexOf('critical')).toBe(100)
    expect(order.filter((title) => title !== 'critical')).toEqual(many.map((item) => item.message.title))
  })
})

describe('when a channel fails for a high or critical alert', () => {
  it('the next in the order takes it within the same cycle, and the message says so', async () => {
    const native = new ScriptedChannel('native')
    const { outbox, cycle } = aDelivery(new ScriptedChannel('telegram', () => rejected('chat not found')), native)
    outbox.add(aQueuedMessage('one', { body: 'Rest today.' }))
    const outcomes = await cycle()
    expect(outcomes.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ['telegram', 'failed'],
      ['native', 'delivered'],
    ])
    expect(native.sent[0]?.body).toBe('Rest today.\n\ntelegram could not deliver this: chat not found')
  })

  it('goes on to the journal where native fails too', async () => {
    const journal = new ScriptedChannel('journal')
    const { outbox, cycle } = aDelivery(
      new ScriptedChannel('telegram', () => retry()),
      new ScriptedChannel('native', () => rejected('no notification daemon')),
      journal,
    )
    outbox.add(aQueuedMessage('one'))
    await cycle()
    expect(journal.sent[0]?.body).toContain('native could not deliver this: no notification daemon')
  })

  it('the next is one that does not tell the alert already', async () => {
    const native = new ScriptedChannel('native')
    const journal = new ScriptedChannel('journal')
    const { outbox, cycle } = aDelivery(new ScriptedChannel('telegram', () => rejected()), native, journal)
    outbox.add(aQueuedMessage('one'), aQueuedMessage('one', { channel: 'native' }))
    await cycle()
    expect(native.sent).toHaveLength(1)
    expect(journal.sent).toHaveLength(1)
  })

  it('hands on once, however often the channel keeps failing', async () => {
    const native = new ScriptedChannel('native')
    const { clock, outbox, cycle } = aDelivery(new ScriptedChannel('telegram', () => retry()), native)
    outbox.add(aQueuedMessage('one'))
    for (let cycles = 0; cycles < 5; cycles += 1) {
      await cycle()
      clock.advance(15 * minute)
    }
    expect(native.sent).toHaveLength(1)
  })

  it('those queued behind it do not wait for the channel to come back', async () => {
    const native = new ScriptedChannel('native')
    const telegram = new ScriptedChannel('telegram', () => retry())
    const { outbox, cycle } = aDelivery(telegram, native)
    outbox.add(aQueuedMessage('one', { title: '1' }), aQueuedMessage('two', { title: '2' }))
    await cycle()
    expect(telegram.attempts).toHaveLength(3)
    expect(titles(native)).toEqual(['1', '2'])
  })

  it('a channel that is not set up fails at once', async () => {
    const journal = new ScriptedChannel('journal')
    const { outbox, cycle } = aDelivery(journal)
    outbox.add(aQueuedMessage('one'))
    expect(await cycle()).toContainEqual({ keys: ['one'], channel: 'telegram', outcome: 'failed', reason: 'this channel is not set up' })
    expect(journal.sent).toHaveLength(1)
  })

  it.each([{ severity: 'medium' } as const, { kind: 'test' } as const])('%j is not worth another channel', async (change) => {
    const native = new ScriptedChannel('native')
    const { outbox, cycle } = aDelivery(new ScriptedChannel('telegram', () => rejected()), native)
    outbox.add(aQueuedMessage('one', change))
    await cycle()
    expect(native.sent).toHaveLength(0)
  })
})

describe('a message that says what became of another', () => {
  const follows = { receipt: 'r-7', how: 'edit' } as const
  const signal = expect.any(AbortSignal)

  it('rewrites it, and starts no window', async () => {
    const edit = vi.fn(async () => delivered)
    const telegram = Object.assign(new ScriptedChannel('telegram'), { edit })
    const { outbox, cycle } = aDelivery(telegram)
    outbox.add(aQueuedMessage('one', { kind: 'follow_up', tells: [], follows }))
    // It is no message of its own: the cycle's list leaves it out.
    expect(await cycle()).toEqual([])
    expect(outbox.items.get(1)?.state).toBe('delivered')
    expect(edit).toHaveBeenCalledWith('r-7', expect.objectContaining({ kind: 'follow_up' }), signal)
    expect(telegram.attempts).toEqual([])
  })

  it('takes it back', async () => {
    const withdraw = vi.fn(async () => delivered)
    const { outbox, cycle } = aDelivery(Object.assign(new ScriptedChannel('native'), { withdraw }))
    outbox.add(aQueuedMessage('one', { kind: 'follow_up', channel: 'native', follows: { receipt: 'r-7', how: 'withdraw' } }))
    await cycle()
    expect(withdraw).toHaveBeenCalledWith('r-7', signal)
  })

  it('fails where the channel cannot, without bothering another one', async () => {
    const { outbox, cycle } = aDelivery(new ScriptedChannel('telegram'), new ScriptedChannel('native'))
    outbox.add(aQueuedMessage('one', { kind: 'follow_up', severity: 'info', follows }))
    await cycle()
    expect([...outbox.items.values()]).toMatchObject([{ state: 'failed', lastError: 'this channel cannot edit what it sent' }])
  })

  it('leaves what only the desktop can show to the desktop, for a day', async () => {
    const journal = new ScriptedChannel('journal')
    const clock = new FakeClock()
    const outbox = new MemoryOutbox()
    outbox.add(aQueuedMessage('one', { channel: 'native', severity: 'critical' }), aQueuedMessage('one', { channel: 'journal' }))
    const channels = new Map<ChannelName, Channel>([['journal', journal]])
    const ids = { random: () => 0.5 }
    const cycle = () =>
      letTimePass(
        clock,
        deliver(
          { outbox, channels, elsewhere: new Set(['native'] as const), clock, ids, retry: policy },
          clock.now(),
          new AbortController().signal,
        ),
      )
    const reason = 'native waits for the desktop application'
    expect(await cycle()).toContainEqual({ keys: ['one'], channel: 'native', outcome: 'queued', reason })
    expect(journal.sent).toHaveLength(1)
    clock.advance(23 * hour)
    expect(await cycle()).toContainEqual({ keys: ['one'], channel: 'native', outcome: 'queued', reason })
    clock.advance(2 * hour)
    expect(await cycle()).toMatchObject([{ channel: 'native', outcome: 'failed' }])
  })
})
