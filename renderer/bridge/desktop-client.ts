import type { EventName, InvokeName, SignalName } from '../../shared/ipc/channels.ts'
import type { Envelope, InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import type { EventOf } from '../../shared/ipc/events.ts'
import type { SignalOf } from '../../shared/ipc/signals.ts'
import type { Client } from './client.ts'
import { Refused } from './refused.ts'

/** What the preload exposes: one function a channel name, one subscription an event name, one function a signal to the page's own window. */
export type ThanosBridge = {
  readonly invoke: { readonly [Name in InvokeName]: (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>>> }
  readonly on: { readonly [Name in EventName]: (listener: (event: EventOf<Name>) => void) => () => void }
  readonly signal: { readonly [Name in SignalName]: (payload: SignalOf<Name>) => void }
}

declare global {
  interface Window {
    readonly thanos?: ThanosBridge
  }
}

/** The bridge of the desktop host. It lives as long as its process, so it is never away. */
export function desktopClient(bridge: ThanosBridge): Client {
  return {
    call: async (name, input) => {
      const answer = await bridge.invoke[name](input)
      if (!answer.ok) throw new Refused(answer.error.code, answer.error.message)
      return answer.value
    },
    on: (name, listener) => bridge.on[name](listener),
    onConnection: () => () => undefined,
  }
}
