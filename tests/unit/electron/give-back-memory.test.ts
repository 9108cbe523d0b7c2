import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { giveBackMemory } from '../../../main/electron/give-back-memory.ts'

it('collects what nothing refers to any more', async () => {
  const watch = new WeakRef({ left: 'by the start' })
  // Until the end of the turn in which it was made, a weak reference keeps what it refers to.
  await nextTurn()
  giveBackMemory()
  expect(watch.deref()).toBeUndefined()
})
