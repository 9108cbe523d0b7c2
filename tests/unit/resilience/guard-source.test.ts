import { describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../../main/domain/journal-entry.ts'
import { SourceError } from '../../../main/domain/source-error.ts'
import { guardSource, type GuardOptions } from '../../../main/resilience/guard-source.ts'
import type { SourceLimits } from '../../../main/resilience/source-limits.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { MemoryOfSources } from '../../support/memory-of-sources.ts'

const limits: SourceLimits = {
  timeoutMs: 10_000,
  attempts: 3,
  retryBaseMs: 1,
  retryMaxMs: 2,
  failureThreshold: 3,
  openMs: 60_000,
  maxOpenMs: 900_000,
  halfOpenAttempts: 1,
}

const down = () => new SourceError('unreachable', 'Connection refused.')

/** A source whose answers are scripted, and the policy around it. */
function guarded(changes: Partial<GuardOptions<string, string>> = {}, clock = new FakeClock(), memory = new MemoryOfSources()) {
  const journal: NewJournalEntry[] = []
  const world = { requests: 0, online: true, answer: async (_signal: AbortSignal): Promise<string> => 'good' }
  const build = () =>
    guardSource<string, string>({
      name: 'oura',
      limits,
      readDirect: (_request, signal) => {
        world.requests += 1
        return world.answer(signal)
      },
      lastGood: {
        recall: () => {
          const found = memory.recall('oura')
          return found === null ? null : { value: String(found.value), readAt: found.readAt }
        },
        remember: (value, readAt) => memory.remember('oura', value, readAt),
      },
      isOnThisMachine: false,
      connectivity: { isOnline: async () => world.online },
      memory,
      clock,
      random: () => 0.5,
      journal: (entry) => journal.push(entry),
      stop: new AbortController().signal,
      ...changes,
    })
  const source = build()
  const types = () => journal.map((entry) => entry.type)
  return { source, world, clock, memory, journal, types, rebuild: build }
}

/** Reads until the circuit opens. */
async function open(setup: ReturnType<typeof guarded>): Promise<void> {
  setup.world.answer = async () => Promise.reject(down())
  for (let read = 0; read < 3; read += 1) await setup.source.read('days')
}

describe('a source that answers', () => {
  it('gives a fresh value and remembers it', async () => {
    const { source, memory, clock } = guarded()
    expect(await source.read('days')).toEqual({ outcome: 'fresh', value: 'good', readAt: clock.now(), from: 'direct' })
    expect(source.state()).toMatchObject({ condition: 'ok', circuit: 'closed', lastSuccess: clock.now(), from: 'direct' })
    expect(memory.recall('oura')?.value).toBe('good')
  })

  it('is asked once by readers who come together', async () => {
    const { source, world } = guarded()
    const answers = await Promise.all([source.read('days'), source.read('days'), source.read('other')])
    expect(answers.map((answer) => answer.outcome)).toEqual(['fresh', 'fresh', 'fresh'])
    expect(world.requests).toBe(2)
  })

  it('is not asked while a copy on this machine will do', async () => {
    const { source, world } = guarded({ readLocal: async () => 'copy' })
    expect(await source.read('days')).toMatchObject({ outcome: 'fresh', value: 'copy', from: 'local_cache' })
    expect(world.requests).toBe(0)
  })

  it('is asked when the copy is missing or broken', async () => {
    expect(await guarded({ readLocal: async () => null }).source.read('days')).toMatchObject({ value: 'good', from: 'direct' })
    const broken = guarded({ readLocal: async () => Promise.reject(new Error('damaged')) })
    expect(await broken.source.read('days')).toMatchObject({ value: 'good', from: 'direct' })
  })
})

describe('retries', () => {
  it('make three requests in all for trouble that may pass', async () => {
    const { source, world } = guarded()
    world.answer = async () => Promise.reject(down())
    expect(await source.read('days')).toEqual({ outcome: 'nothing', reason: 'Connection refused.' })
    expect(world.requests).toBe(3)
    expect(source.state()).toMatchObject({ condition: 'unreachable', consecutiveFailures: 1, circuit: 'closed', from: 'none' })
  })

  it('end with the first success', async () => {
    const { source, world } = guarded()
    world.answer = async () => (world.requests < 2 ? Promise.reject(down()) : 'second')
    expect(await source.read('days')).toMatchObject({ outcome: 'fresh', value: 'second' })
    expect(source.state().consecutiveFailures).toBe(0)
  })

  it.each(['malformed', 'unauthorized', 'rate_limited', 'not_configured'] as const)('are not made for %s', async (code) => {
    const { source, world } = guarded()
    world.answer = async () => Promise.reject(new SourceError(code, 'No.'))
    await source.read('days')
    expect(world.requests).toBe(1)
    expect(source.state().condition).toBe(code)
  })

  it('stop at the timeout of the whole read', async () => {
    const { source, world } = guarded({ limits: { ...limits, timeoutMs: 5 } })
    const aborted: boolean[] = []
    world.answer = (signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => aborted.push(true))
      })
    expect(await source.read('days')).toEqual({ outcome: 'nothing', reason: 'No answer within 0.005 seconds.' })
    expect(aborted).toEqual([true])
    expect(world.requests).toBe(1)
  })
})

describe('the circuit', () => {
  it('opens after three failed reads and answers from the last good value without asking', async () => {
    const setup = guarded()
    await setup.source.read('days')
    const readAt = setup.clock.now()
    setup.clock.advance(5_000)
    await open(setup)
    expect(setup.source.state()).toMatchObject({ circuit: 'open', consecutiveFailures: 3, trips: 1, retryAt: setup.clock.now() + 60_000 })
    const requests = setup.world.requests
    setup.clock.advance(59_999)
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'cached', value: 'good', readAt, ageMs: 64_999 })
    expect(setup.world.requests).toBe(requests)
    expect(setup.types()).toEqual(['source_failed', 'circuit_opened'])
  })

  it('tries once after the wait and closes on success', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.advance(60_000)
    setup.world.answer = async () => 'back'
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'fresh', value: 'back' })
    expect(setup.source.state()).toMatchObject({ circuit: 'closed', consecutiveFailures: 0, retryAt: null, trips: 1, condition: 'ok' })
    expect(setup.types()).toEqual(['source_failed', 'circuit_opened', 'circuit_half_open', 'circuit_closed', 'source_recovered'])
  })

  it('gives others the last good value at once while the trial runs', async () => {
    const setup = guarded()
    await setup.source.read('days')
    await open(setup)
    setup.clock.advance(60_000)
    const trial = Promise.withResolvers<string>()
    setup.world.answer = () => trial.promise
    const first = setup.source.read('days')
    await Promise.resolve()
    const requests = setup.world.requests
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'cached', value: 'good' })
    expect(setup.source.state().circuit).toBe('half_open')
    expect(setup.world.requests).toBe(requests)
    trial.resolve('back')
    expect(await first).toMatchObject({ outcome: 'fresh', value: 'back' })
  })

  it('doubles the wait with each reopening, up to the maximum, and begins anew once closed', async () => {
    const setup = guarded()
    await open(setup)
    const waits: number[] = []
    for (let reopening = 0; reopening < 6; reopening += 1) {
      waits.push((setup.source.state().retryAt ?? 0) - setup.clock.now())
      setup.clock.advance(waits.at(-1) ?? 0)
      await setup.source.read('days')
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000, 900_000, 900_000])
    expect(setup.source.state().trips).toBe(7)
    setup.clock.advance(900_000)
    setup.world.answer = async () => 'back'
    await setup.source.read('days')
    await open(setup)
    expect(setup.source.state().retryAt).toBe(setup.clock.now() + 60_000)
  })

  it('asks for as many good trials as configured', async () => {
    const setup = guarded({ limits: { ...limits, halfOpenAttempts: 2 } })
    await open(setup)
    setup.clock.advance(60_000)
    setup.world.answer = async () => 'back'
    await setup.source.read('days')
    expect(setup.source.state().circuit).toBe('half_open')
    await setup.source.read('days')
    expect(setup.source.state().circuit).toBe('closed')
  })

  it('opens for good answers that make no sense, too', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(new TypeError('adapter bug'))
    for (let read = 0; read < 3; read += 1) await setup.source.read('days')
    expect(setup.source.state()).toMatchObject({ circuit: 'open', condition: 'malformed' })
  })

  it('is tried at once when the owner says so', async () => {
    const setup = guarded()
    await open(setup)
    setup.world.answer = async () => 'back'
    setup.source.retryNow()
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'fresh' })
  })

  it('is tried when the wall clock was put back behind the wait', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.jumpTo(setup.clock.now() - 86_400_000)
    setup.world.answer = async () => 'back'
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'fresh' })
  })
})

describe('a restart', () => {
  it('keeps an open circuit, its wait and its doubling', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.advance(60_000)
    await setup.source.read('days')
    setup.clock.advance(1_000)
    const after = setup.rebuild()
    expect(after.state()).toMatchObject({ circuit: 'open', retryAt: setup.clock.now() + 119_000 })
    const requests = setup.world.requests
    expect(await after.read('days')).toMatchObject({ outcome: 'nothing' })
    expect(setup.world.requests).toBe(requests)
    setup.clock.advance(119_000)
    await after.read('days')
    expect(after.state().retryAt).toBe(setup.clock.now() + 240_000)
  })

  it('keeps the count of failures', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(down())
    await setup.source.read('days')
    await setup.source.read('days')
    const after = setup.rebuild()
    await after.read('days')
    expect(after.state().circuit).toBe('open')
  })

  it('waits no longer than it ever could after the clock went back', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.jumpTo(setup.clock.now() - 7 * 86_400_000)
    const after = setup.rebuild()
    expect(after.state().retryAt).toBe(setup.clock.now() + 60_000)
  })

  it('turns a trial that was running into an open circuit that may be tried', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.advance(60_000)
    setup.world.answer = () => new Promise(() => {})
    void setup.source.read('days')
    await Promise.resolve()
    const after = setup.rebuild()
    expect(after.state().circuit).toBe('open')
    setup.world.answer = async () => 'back'
    expect(await after.read('days')).toMatchObject({ outcome: 'fresh' })
  })
})

describe('a machine that is offline', () => {
  it('counts nothing against the source and says so once', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(down())
    setup.world.online = false
    for (let read = 0; read < 5; read += 1) expect(await setup.source.read('days')).toMatchObject({ reason: 'This machine is offline.' })
    expect(setup.source.state()).toMatchObject({ condition: 'offline', circuit: 'closed', consecutiveFailures: 0 })
    expect(setup.types()).toEqual(['source_offline'])
  })

  it('does not close, reopen or postpone an open circuit', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.advance(60_000)
    setup.world.online = false
    const before = setup.source.state()
    await setup.source.read('days')
    expect(setup.source.state()).toMatchObject({ condition: 'offline', circuit: 'open', retryAt: before.retryAt, trips: 1 })
    setup.world.online = true
    setup.world.answer = async () => 'back'
    expect(await setup.source.read('days')).toMatchObject({ outcome: 'fresh' })
  })

  it('is no excuse for a source on this machine', async () => {
    const setup = guarded({ isOnThisMachine: true })
    setup.world.online = false
    await open(setup)
    expect(setup.source.state()).toMatchObject({ condition: 'unreachable', circuit: 'open' })
  })

  it('leaves a refused key refused', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(new SourceError('unauthorized', 'No.'))
    await setup.source.read('days')
    setup.world.online = false
    setup.world.answer = async () => Promise.reject(down())
    await setup.source.read('days')
    expect(setup.source.state().condition).toBe('unauthorized')
  })
})

describe('answers that are not outages', () => {
  it('never open the circuit', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(new SourceError('unauthorized', 'The key was refused.'))
    for (let read = 0; read < 10; read += 1) await setup.source.read('days')
    expect(setup.source.state()).toMatchObject({ condition: 'unauthorized', circuit: 'closed', consecutiveFailures: 0 })
    expect(setup.types()).toEqual(['source_failed'])
  })

  it('say nothing to the journal when the source was never set up', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(new SourceError('not_configured', 'No key.'))
    await setup.source.read('days')
    expect(setup.types()).toEqual([])
  })

  it('make the source wait as told, across a restart', async () => {
    const setup = guarded()
    const retryAt = setup.clock.now() + 300_000
    setup.world.answer = async () => Promise.reject(new SourceError('rate_limited', 'Too many.', { retryAt }))
    await setup.source.read('days')
    expect(setup.source.state()).toMatchObject({ condition: 'rate_limited', retryAt, circuit: 'closed', consecutiveFailures: 0 })
    setup.clock.advance(299_999)
    const after = setup.rebuild()
    await after.read('days')
    expect(setup.world.requests).toBe(1)
    setup.clock.advance(1)
    setup.world.answer = async () => 'good'
    expect(await after.read('days')).toMatchObject({ outcome: 'fresh' })
    expect(after.state()).toMatchObject({ condition: 'ok', retryAt: null })
  })

  it('are given a minute when they name no time, and a day at most', async () => {
    const setup = guarded()
    setup.world.answer = async () => Promise.reject(new SourceError('rate_limited', 'Too many.'))
    await setup.source.read('days')
    expect(setup.source.state().retryAt).toBe(setup.clock.now() + 60_000)
    const endless = guarded()
    endless.world.answer = async () => Promise.reject(new SourceError('rate_limited', 'Too many.', { retryAt: Number.MAX_SAFE_INTEGER }))
    await endless.source.read('days')
    expect(endless.source.state().retryAt).toBe(endless.clock.now() + 86_400_000)
  })

  it('make a circuit with further trials to come wait as told, too', async () => {
    const setup = guarded({ limits: { ...limits, halfOpenAttempts: 2 } })
    await open(setup)
    setup.clock.advance(60_000)
    setup.world.answer = async () => Promise.reject(new SourceError('rate_limited', 'Too many.', { retryAt: setup.clock.now() + 5_000 }))
    await setup.source.read('days')
    const requests = setup.world.requests
    await setup.source.read('days')
    expect(setup.world.requests).toBe(requests)
  })

  it('close a circuit that was being tried: the service is there', async () => {
    const setup = guarded()
    await open(setup)
    setup.clock.advance(60_000)
    const retryAt = setup.clock.now() + 5_000
    setup.world.answer = async () => Promise.reject(new SourceError('rate_limited', 'Too many.', { retryAt }))
    await setup.source.read('days')
    expect(setup.source.state()).toMatchObject({ circuit: 'closed', condition: 'rate_limited', retryAt })
  })
})

describe('an operator that stops', () => {
  it('blames nobody for the read it cut short', async () => {
    const stop = new AbortController()
    const setup = guarded({ stop: stop.signal })
    setup.world.answer = (signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(down())))
    const read = setup.source.read('days')
    stop.abort()
    expect(await read).toMatchObject({ outcome: 'nothing', reason: 'The operator is stopping.' })
    expect(setup.source.state()).toMatchObject({ condition: 'ok', consecutiveFailures: 0 })
  })
})
