import type { EventName, InvokeName } from '../../shared/ipc/channels.ts'
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts'
import type { EventOf } from '../../shared/ipc/events.ts'

/**
 * The one way from the window to the operator. Two hosts implement it: the preload's `window.thanos`, and HTTP in a browser.
 * `call` answers the value or throws `Refused`; nothing else in the renderer talks to the outside.
 */
export type Client = {
  readonly call: <Name extends InvokeName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>
  /** Returns a function that stops listening. */
  readonly on: <Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void) => () => void
  /** True when the operator answers, false when it went away; called on each change. */
  readonly onConnection: (listener: (connected: boolean) => void) => () => void
}
