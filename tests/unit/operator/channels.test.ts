import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../main/config/schema.ts'
import { openChannels } from '../../../main/operator/channels.ts'
import { FakeClock } from '../../support/fake-clock.ts'
import { ScriptedChannel } from '../../support/scripted-channel.ts'

const defaults = defaultConfiguration().channels
const everySecret = { get: async (name: string) => `secret of ${name}` }
const noSecret = { get: async () => null }

async function open(configuration: Partial<typeof defaults>, secrets: { get(name: string): Promise<string | null> } = everySecret) {
  const tools = { clock: new FakeClock(), appendJournal: () => 1, native: new ScriptedChannel('native'), secrets }
  return [...(await openChannels({ ...tools, configuration: { ...defaults, ...configuration } })).keys()]
}

const on = {
  telegram: { ...defaults.telegram, enabled: true },
  email: { ...defaults.email, enabled: true, host: 'mail.example.org', from: 'a@example.org', to: ['b@example.org'] },
  push: { ...defaults.push, enabled: true, topic: 'thanos' },
  webhook: { ...defaults.webhook, enabled: true, url: 'https://example.org/hook' },
}

describe('the channels that are set up', () => {
  it('are native and journal by default', async () => {
    expect(await open({})).toEqual(['native', 'journal'])
  })

  it('are all of them when all are on and know what they need', async () => {
    expect(await open(on)).toEqual(['native', 'telegram', 'email', 'push', 'webhook', 'journal'])
  })

  it('leave out one whose secret is found nowhere, where it cannot do without', async () => {
    expect(await open(on, noSecret)).toEqual(['native', 'email', 'push', 'webhook', 'journal'])
  })

  it.each([
    { telegram: { ...on.telegram, chat_id: null } },
    { email: { ...on.email, host: null } },
    { email: { ...on.email, to: [] } },
    { push: { ...on.push, topic: null } },
    { webhook: { ...on.webhook, url: null } },
    { native: { ...defaults.native, enabled: false } },
  ])('leave out what is incomplete or off: %j', async (change) => {
    const [name = ''] = Object.keys(change)
    expect(await open(change)).not.toContain(name)
  })
})
