import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Topic } from '../../shared/ipc/events.ts'

/** What tells the operator that the world may have changed without it. */
export type WakeReason = 'resume' | 'unlock' | 'network'

/** What the desktop needs of the operator; createOperator gives more. */
export type DesktopOperator = {
  readonly handlers: Handlers
  readonly start: () => Promise<void>
  /** Lets a running cycle finish, within its own limit, and closes the database. */
  readonly stop: () => Promise<void>
  readonly wake: (reason: WakeReason) => void
  /** Before the machine sleeps: begin nothing new. */
  readonly suspend: () => void
  readonly subscribe: (listener: (topics: readonly Topic[]) => void) => () => void
}
