import { beforeEach, describe, expect, it } from 'vitest'
import { createUpdates, type Updater } from '../../../main/electron/updates.ts'
import { silentLogger } from '../../support/silent-logger.ts'

let steps: string[]
let newest: string | null

beforeEach(() => {
  steps = []
  newest = '2.0.0'
})

function updates(failing: 'look' | 'fetch' | 'back up' | null = null) {
  const step = (name: string): Promise<void> => {
    if (name === failing) return Promise.reject(new Error(`${name} failed`))
    steps.push(name)
    return Promise.resolve()
  }
  const updater: Updater = {
    look: async () => {
      await step('look')
      return newest
    },
    fetch: () => step('fetch'),
    install: () => void steps.push('install'),
  }
  return createUpdates({
    updater,
    logger: silentLogger,
    offer: (version) => void steps.push(`offer ${version}`),
    backUp: async () => {
      await step('back up')
      return 'backup.db'
    },
    stopAndThen: async (action) => {
      await step('stop')
      action()
    },
  })
}

describe('updates', () => {
  it('offers each newer version once', async () => {
    const all = updates()
    await all.look()
    await all.look()
    newest = '2.1.0'
    await all.look()
    expect(steps).toEqual(['look', 'offer 2.0.0', 'look', 'look', 'offer 2.1.0'])
  })

  it('offers nothing where there is nothing newer, and goes on when the feed is out of reach', async () => {
    newest = null
    await updates().look()
    await updates('look').look()
    expect(steps).toEqual(['look'])
  })

  it('verifies and backs up before it stops anything', async () => {
    expect(await updates().install()).toEqual({ ok: true })
    expect(steps).toEqual(['fetch', 'back up', 'stop', 'install'])
  })

  it.each([
    ['fetch', []],
    ['back up', ['fetch']],
  ] as const)('leaves the running version alone when to %s fails', async (failing, before) => {
    expect(await updates(failing).install()).toEqual({ ok: false, reason: `${failing} failed` })
    expect(steps).toEqual(before)
  })

  it('installs once, however often it is chosen', async () => {
    const all = updates()
    await Promise.all([all.install(), all.install()])
    expect(steps.filter((step) => step === 'install')).toEqual(['install'])
  })
})
