import { isOpen } from '../domain/alert.ts'
import type { Finding } from '../domain/finding.ts'
import { decide, suppress } from './batch.ts'
import type { Stage } from './stage.ts'

type Said = Pick<Finding, 'key' | 'severity'>

type Inhibition = {
  readonly isCause: (cause: Said) => boolean
  readonly mutes: (effect: Said, cause: Said) => boolean
}

const sourceOf = (key: string) => key.split(':')[2]

/** A cause that is told anyway mutes what follows from it. */
const inhibitions: readonly Inhibition[] = [
  {
    isCause: ({ key }) => key.startsWith('source:unreachable:') || key.startsWith('source:reconnect:'),
    mutes: ({ key }, cause) => key.startsWith('source:stale:') && sourceOf(key) === sourceOf(cause.key),
  },
  {
    isCause: ({ key, severity }) => key.startsWith('health:sleep:') && severity === 'critical',
    mutes: ({ key }) => key === 'pattern:sleep_debt',
  },
  { isCause: ({ key }) => key.startsWith('source:not_worn:'), mutes: ({ key }) => key.startsWith('health:') },
]

export const inhibit: Stage = {
  name: 'inhibit',
  run(batch, world) {
    const gone = new Set(batch.cleared.map(({ key }) => key))
    const standing = [...world.alerts.values()].filter((alert) => isOpen(alert) && !gone.has(alert.key))
    // What was found now comes last: it says how severe the cause is today.
    const said = new Map<string, Said>([...standing, ...batch.items.map(({ finding }) => finding)].map((each) => [each.key, each]))
    return decide(batch, (item) => {
      for (const { isCause, mutes } of inhibitions) {
        for (const cause of said.values()) {
          if (isCause(cause) && mutes(item.finding, cause)) return suppress(item, 'inhibit', `inhibited by ${cause.key}`)
        }
      }
      return null
    })
  },
}
