import { describe, expect, it, vi } from 'vitest'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import type { RouteSettings } from '../../../main/domain/settings.ts'
import { createChannelSet } from '../../../main/operator/channel-set.ts'
import type { Channel } from '../../../main/ports/channel.ts'
import { ScriptedChannel } from '../../support/scripted-channel.ts'

const routes: RouteSettings = { native: 'medium', telegram: 'high', email: null, push: null, webhook: null, journal: 'info' }

function aSet() {
  const state = { configuration: {}, lacking: new Set<ChannelName>() }
  const native = Object.assign(new ScriptedChannel('native'), { close: vi.fn(async () => {}) })
  const opened: (Channel & { close: ReturnType<typeof vi.fn> })[] = []
  const open = vi.fn(async () => {
    const telegram = Object.assign(new ScriptedChannel('telegram'), { close: vi.fn(async () => {}) })
    opened.push(telegram)
    const all: readonly Channel[] = [native, telegram, new ScriptedChannel('journal')]
    return new Map(all.filter(({ name }) => !state.lacking.has(name)).map((channel) => [channel.name, channel]))
  })
  const set = createChannelSet(
    open,
    () => state.configuration,
    () => routes,
  )
  return { set, state, open, opened, native }
}

describe('the set of channels', () => {
  it('is opened once while the configuration stays', async () => {
    const { set, open } = aSet()
    expect(await set.current()).toBe(await set.current())
    expect(open).toHaveBeenCalledTimes(1)
  })

  it("is opened anew when it changes; what was replaced is closed, the host's own is not", async () => {
    const { set, state, opened, native } = aSet()
    await set.current()
    state.configuration = {}
    await set.current()
    expect(opened[0]?.close).toHaveBeenCalledOnce()
    expect(opened[1]?.close).not.toHaveBeenCalled()
    expect(native.close).not.toHaveBeenCalled()
    await set.close()
    expect(native.close).toHaveBeenCalledOnce()
  })

  it('is looked at again while one that is on lacks something', async () => {
    const { set, state } = aSet()
    state.lacking.add('telegram')
    expect((await set.current()).has('telegram')).toBe(false)
    state.lacking.clear()
    expect((await set.current()).has('telegram')).toBe(true)
  })
})
