import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Gate } from '../gate.ts'

/** What only reads goes on beside a long write. A channel that is missing here merely waits. */
const reads = /:(list|get|series|precision|understood|propose|claude|validate|preview)$/

/** Work on the data as a whole keeps its own order, and is what the others wait for. */
const isFree = (name: string) => reads.test(name) || (name.startsWith('data:') && name !== 'data:import')

/** The same handlers, where those that write wait while the gate is closed: blocked on the database they would block the windows too. */
export function behindGate(handlers: Handlers, gate: Pick<Gate, 'closed'>): Handlers {
  const waiting = Object.entries(handlers).map(([name, handler]) => {
    // What is passed on is what the handler of that name takes; the list does not know which.
    const handle = handler as (input: unknown) => unknown
    const wait = (input: unknown) => gate.closed()?.then(() => handle(input)) ?? handle(input)
    return [name, isFree(name) ? handler : wait]
  })
  // The names and what they take are those of `handlers`.
  return Object.fromEntries(waiting) as Handlers
}
