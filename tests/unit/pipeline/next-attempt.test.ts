import { describe, expect, it } from 'vitest'
import { hour, minute, second } from '../../../main/domain/instant.ts'
import { isDue, nextAttempt, type RetryPolicy } from '../../../main/pipeline/next-attempt.ts'
import { delivered, rejected, retry } from '../../support/scripted-channel.ts'

const policy: RetryPolicy = { attempts: 3, baseMs: 250, maxMs: 10_000 }
const now = Date.parse('2026-01-20T15:00:00Z')
const fresh = { attempts: 0, createdAt: now }

describe('the next attempt', () => {
  it('is none after a delivery or a refusal for good', () => {
    expect(nextAttempt(fresh, 1, delivered, now, 0.5, policy)).toEqual({ kind: 'delivered', receipt: 'r-1' })
    expect(nextAttempt(fresh, 1, rejected('no such chat'), now, 0.5, policy)).toEqual({ kind: 'failed', reason: 'no such chat' })
  })

  it.each([
    { attemptInCycle: 1, random: 0, milliseconds: 125 },
    { attemptInCycle: 1, random: 0.999999, milliseconds: 250 },
    { attemptInCycle: 2, random: 0, milliseconds: 250 },
    { attemptInCycle: 2, random: 0.999999, milliseconds: 500 },
  ])(
    'comes $milliseconds ms after attempt $attemptInCycle of the cycle with chance $random',
    ({ attemptInCycle, random, milliseconds }) => {
      const decision = nextAttempt({ ...fresh, attempts: attemptInCycle - 1 }, attemptInCycle, retry(), now, random, policy)
      expect(decision).toEqual({ kind: 'wait', milliseconds, reason: 'server error 500' })
    },
  )

  it.each([
    { attempts: 2, minutes: 1 },
    { attempts: 5, minutes: 2 },
    { attempts: 8, minutes: 4 },
    { attempts: 14, minutes: 15 },
    { attempts: 300, minutes: 15 },
  ])(
    'is left to a cycle $minutes minutes on once the cycle had its three, $attempts attempts in all before it',
    ({ attempts, minutes }) => {
      const decision = nextAttempt({ ...fresh, attempts }, 3, retry(), now, 1, policy)
      expect(decision).toEqual({ kind: 'later', nextAttemptAt: now + minutes * minute, reason: 'server error 500' })
    },
  )

  it('never comes sooner than the service asked', () => {
    expect(nextAttempt(fresh, 1, retry(7 * second), now, 0, policy)).toMatchObject({ kind: 'wait', milliseconds: 7 * second })
    expect(nextAttempt({ ...fresh, attempts: 2 }, 3, retry(2 * hour), now, 0, policy)).toMatchObject({ nextAttemptAt: now + 2 * hour })
  })

  it('is left to a later cycle when the service asks for more patience than a cycle has', () => {
    expect(nextAttempt(fresh, 1, retry(10 * second), now, 0, policy)).toMatchObject({ kind: 'wait' })
    expect(nextAttempt(fresh, 1, retry(10 * minute), now, 0, policy)).toMatchObject({ kind: 'later', nextAttemptAt: now + 10 * minute })
  })

  it('is given up 24 hours after the message was queued, with one last attempt at that moment', () => {
    const nearlyOld = { attempts: 200, createdAt: now - 24 * hour + 3 * minute }
    expect(nextAttempt(nearlyOld, 3, retry(), now, 1, policy)).toMatchObject({ kind: 'later', nextAttemptAt: now + 3 * minute })
    const old = { attempts: 200, createdAt: now - 24 * hour }
    expect(nextAttempt(old, 3, retry(), now, 1, policy)).toEqual({ kind: 'failed', reason: 'given up after 24 h: server error 500' })
    expect(nextAttempt(nearlyOld, 3, retry(hour), now, 1, policy)).toMatchObject({ kind: 'failed' })
  })
})

describe('a message', () => {
  it.each([
    { ahead: -1, due: true },
    { ahead: 0, due: true },
    { ahead: 1, due: false },
    { ahead: 24 * hour, due: false },
    { ahead: 24 * hour + 1, due: true },
  ])('whose next attempt lies $ahead ms ahead is due: $due', ({ ahead, due }) => {
    expect(isDue({ nextAttemptAt: now + ahead, createdAt: now }, now)).toBe(due)
  })

  it('that was queued in the future is due: the clock has gone back', () => {
    expect(isDue({ nextAttemptAt: now + hour, createdAt: now + 1 }, now)).toBe(true)
  })
})
