import { contract } from '../../../shared/ipc/contract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { InvokeName } from '../../../shared/ipc/channels.ts'
import type { Client } from '../../../renderer/bridge/client.ts'
import { Refused } from '../../../renderer/bridge/refused.ts'

/** A client that asks handlers in the same process, parsed by the contract; what was asked is kept, and the next answer can be refused. */
export function directClient(handlers: Handlers) {
  const asked: InvokeName[] = []
  const refusals = new Map<InvokeName, string>()
  const client: Client = {
    call: async (name, input) => {
      asked.push(name)
      const refusal = refusals.get(name)
      refusals.delete(name)
      if (refusal !== undefined) throw new Refused('refused', refusal)
      // One channel's handler with the same channel's input; the compiler sees only the union of all.
      const handler = handlers[name] as (input: unknown) => unknown
      return contract[name].output.parse(await handler(contract[name].input.parse(input))) as never
    },
    on: () => () => undefined,
    onConnection: () => () => undefined,
  }
  return { client, asked, refuseNext: (name: InvokeName, message: string) => refusals.set(name, message) }
}
