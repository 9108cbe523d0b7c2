import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { hour, minute, second } from '../../../main/domain/instant.ts'
import type { Message } from '../../../main/domain/message.ts'
import { patientAttempts, type OutboxItem } from '../../../main/domain/outbox.ts'
import { isAtLeast, severities, type Severity } from '../../../main/domain/severity.ts'
import { deliver } from '../../../main/pipeline/deliver.ts'
import type { Channel, DeliveryResult } from '../../../main/ports/channel.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { letTimePass } from '../../support/let-time-pass.ts'
import { MemoryOutbox } from '../../support/memory-outbox.ts'
import { aQueuedMessage } from '../../support/message-builder.ts'

const names = ['telegram', 'email', 'native'] as const
type Weather = 'up' | 'down' | 'refuses' | 'throws' | 'asks_to_wait' | 'asks_to_wait_long'

/** How long each weather asks for. */
const asks: Readonly<Partial<Record<Weather, number>>> = { asks_to_wait: 5 * second, asks_to_wait_long: 40 * minute }

type Event =
  | { readonly kind: 'queue'; readonly channel: (typeof names)[number]; readonly severity: Severity }
  | { readonly kind: 'cancel'; readonly index: number }
  | { readonly kind: 'weather'; readonly channel: (typeof names)[number]; readonly weather: Weather }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'jump'; readonly hours: number }
  | { readonly kind: 'cycle' }

/** Answers by the weather, and keeps every attempt. */
class WeatherChannel implements Channel {
  readonly abilities = { buttons: false, edit: false, withdraw: false }
  readonly delivered: string[] = []
  readonly tooEarly: string[] = []
  weather: Weather = 'up'
  #silentUntil = 0
  readonly name: ChannelName
  readonly #clock: FakeClock

  constructor(name: ChannelName, clock: FakeClock) {
    this.name = name
    this.#clock = clock
  }

  async deliver(_message: Message, { deduplicationKey }: { readonly deduplicationKey: string }): Promise<DeliveryResult> {
    if (this.#clock.monotonic() < this.#silentUntil) this.tooEarly.push(deduplicationKey)
    const afterMs = asks[this.weather] ?? null
    if (afterMs !== null) this.#silentUntil = this.#clock.monotonic() + afterMs
    if (this.weather === 'throws') throw new Error('unexpected')
    if (this.weather === 'refuses') return { outcome: 'rejected', reason: 'not this one' }
    if (this.weather !== 'up') return { outcome: 'retry', reason: this.weather, afterMs }
    this.delivered.push(deduplicationKey)
    return { outcome: 'delivered', receipt: null }
  }
}

class History {
  readonly clock = new FakeClock()
  readonly outbox = new MemoryOutbox()
  readonly channels = new Map<ChannelName, WeatherChannel>(
    [...names, 'journal' as const].map((name) => [name, new WeatherChannel(name, this.clock)]),
  )
  readonly cancelled = new Set<string>()
  #queued = 0

  async live(event: Event): Promise<void> {
    switch (event.kind) {
      case 'queue': {
        this.#queued += 1
        const item = aQueuedMessage(`m${this.#queued}`, { channel: event.channel, severity: event.severity })
        return this.outbox.add({ ...item, createdAt: this.clock.now() })
      }
      case 'cancel': {
        const item = this.items[event.index % Math.max(1, this.items.length)]
        if (item?.state !== 'queued') return
        this.outbox.cancel(item.id)
        this.cancelled.add(item.key)
        return
      }
      case 'weather': {
        const channel = this.channels.get(event.channel)
        if (channel !== undefined) channel.weather = event.weather
        return
      }
      case 'pass':
        return this.clock.advance(event.minutes * minute)
      case 'jump':
        return this.clock.jumpTo(this.clock.now() + event.hours * hour)
      case 'cycle':
        await this.cycle()
    }
  }

  async cycle(): Promise<void> {
    const { clock, outbox, channels } = this
    const tools = { outbox, channels, elsewhere: new Set<ChannelName>(), clock, ids: { random: () => 0.5 } }
    const retry = { attempts: 3, baseMs: 250, maxMs: 10_000 }
    await letTimePass(clock, deliver({ ...tools, retry }, clock.now(), new AbortController().signal), 500)
  }

  /** The weather clears, and time passes until nothing can be waiting any more. */
  async end(): Promise<void> {
    for (const channel of this.channels.values()) channel.weather = 'up'
    for (let passed = 0; passed < 60 * hour; passed += 20 * minute) {
      this.clock.advance(20 * minute)
      await this.cycle()
      if (this.items.every(({ state }) => state !== 'queued')) return
    }
  }

  get items(): readonly OutboxItem[] {
    return [...this.outbox.items.values()]
  }

  itemOf(key: string): OutboxItem | undefined {
    return this.items.find((item) => item.key === key)
  }
}

const channel = fc.constantFrom(...names)
const weather = fc.constantFrom<Weather>('up', 'down', 'refuses', 'throws', 'asks_to_wait', 'asks_to_wait_long')
const steady: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('queue' as const), channel, severity: fc.constantFrom(...severities) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), index: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('weather' as const), channel, weather }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'cycle' as const }) },
)
const jump: fc.Arbitrary<Event> = fc.record({ kind: fc.constant('jump' as const), hours: fc.integer({ min: -48, max: 48 }) })
const anyEvent = fc.oneof({ weight: 12, arbitrary: steady }, { weight: 1, arbitrary: jump })

async function lived(events: readonly Event[]): Promise<History> {
  const history = new History()
  for (const event of events) await history.live(event)
  await history.end()
  return history
}

const runs = { numRuns: 150 }
const timeout = 60_000

it(
  'whatever happens, a message goes out once, is not lost without a reason, and is not sent after it was cancelled',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 60, size: 'max' }), async (events) => {
        const history = await lived(events)
        for (const { name, delivered } of history.channels.values()) {
          expect(new Set(delivered).size, `${name} repeats nothing`).toBe(delivered.length)
          for (const key of delivered) expect(history.cancelled.has(key)).toBe(false)
        }
        for (const item of history.items) {
          expect(['delivered', 'failed', 'cancelled'], `${item.key} is dealt with`).toContain(item.state)
          if (item.state === 'delivered') expect(history.channels.get(item.message.channel)?.delivered).toContain(item.key)
          if (item.state === 'failed') expect(item.lastError).toMatch(/not this one|given up after 24 h/)
        }
      }),
      runs,
    )
  },
)

it('whatever happens, a high or critical message that its channel could not deliver is told elsewhere', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 60, size: 'max' }), async (events) => {
      const history = await lived(events)
      for (const item of history.items) {
        if (item.state !== 'failed' || !isAtLeast(item.message.severity, 'high') || item.message.channel === 'journal') continue
        const next = history.itemOf(`${item.key}:fallback`)
        expect(next, `${item.key} was handed on`).toBeDefined()
        expect(next?.message.body).toContain(`${item.message.channel} could not deliver this`)
      }
    }),
    runs,
  )
})

it('each lane of a channel keeps its order, apart from messages that alone kept failing', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 60, size: 'max' }), async (events) => {
      const history = await lived(events)
      for (const { delivered } of history.channels.values()) {
        const items = delivered.flatMap((key) => history.itemOf(key) ?? []).filter(({ attempts }) => attempts <= patientAttempts)
        for (const isCritical of [true, false]) {
          const ids = items.filter(({ message }) => (message.severity === 'critical') === isCritical).map(({ id }) => id)
          expect(ids).toEqual(ids.toSorted((a, b) => a - b))
        }
      }
    }),
    runs,
  )
})

it('no channel is tried before its service allows it, while the clock is steady', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steady, { maxLength: 60, size: 'max' }), async (events) => {
      const history = await lived(events)
      for (const { name, tooEarly } of history.channels.values()) expect(tooEarly, name).toEqual([])
    }),
    runs,
  )
})
