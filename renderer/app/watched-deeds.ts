import type { InvokeName } from '../../shared/ipc/channels.ts'
import type { Client } from '../bridge/client.ts'

/** The requests whose answers make an undo possible. All are quick: an undo asked for meanwhile can wait for them. */
const deeds: ReadonlySet<InvokeName> = new Set([
  'alerts:acknowledge',
  'alerts:reopen',
  'alerts:snooze',
  'alerts:resolve',
  'alerts:dismiss',
  'alerts:rate',
  'rules:mute',
  'rules:unmute',
  'tasks:add',
  'tasks:update',
  'tasks:reschedule',
  'tasks:complete',
  'tasks:reopen',
  'promises:add',
  'promises:update',
  'captures:add',
  'captures:reclassify',
  'captures:undo',
  'captures:reopen',
  'settings:set',
])

/** The same client, which tells of each deed under way. */
export function watchedDeeds(client: Client, underWay: (deed: Promise<unknown>) => void): Client {
  return {
    ...client,
    call: (name, input) => {
      const answer = client.call(name, input)
      if (deeds.has(name)) underWay(answer)
      return answer
    },
  }
}
