import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { leaving } from '../../../../../renderer/features/capture-window/leaving.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  let left = 0
  const goodbye = leaving(() => {
    left += 1
  })
  return { ...goodbye, left: () => left }
}

it('leaves a moment after something was saved, once', () => {
  const { because, left } = watched()
  because({})
  vi.advanceTimersByTime(3_499)
  expect(left()).toBe(0)
  vi.advanceTimersByTime(10_000)
  expect(left()).toBe(1)
})

it('goes on waiting for the same reason, and begins anew for another', () => {
  const { because, left } = watched()
  const reason = {}
  because(reason)
  vi.advanceTimersByTime(3_000)
  because(reason)
  vi.advanceTimersByTime(499)
  because({})
  vi.advanceTimersByTime(3_499)
  expect(left()).toBe(0)
})

it('stays where there is no reason any more', () => {
  const { because, stir, left } = watched()
  because({})
  because(null)
  stir()
  vi.advanceTimersByTime(10_000)
  expect(left()).toBe(0)
})

it('waits anew when the pointer moves', () => {
  const { because, stir, left } = watched()
  because({})
  vi.advanceTimersByTime(3_000)
  stir()
  vi.advanceTimersByTime(3_000)
  expect(left()).toBe(0)
  vi.advanceTimersByTime(500)
  expect(left()).toBe(1)
})
