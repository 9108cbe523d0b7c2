import type { Topic } from '../../shared/ipc/topics.ts'
import type { Operator } from '../operator/operator.ts'
import { trayViewOf, type TrayView } from './tray-view.ts'

const concerned: ReadonlySet<Topic> = new Set(['alerts', 'status', 'settings', 'health'])
/** A cycle publishes several changes at once; one reading of the status answers them all. */
const gatherMs = 150
/** The tooltip says how old the data is, which changes with nothing happening. */
const ageMs = 5 * 60_000

/** Keeps the tray's face, count and tooltip true. The answer ends it. */
export function keepTrayFresh(operator: Operator, show: (view: TrayView) => void, onFault: (error: unknown) => void): () => void {
  let gathering: ReturnType<typeof setTimeout> | null = null
  const read = async (): Promise<void> => {
    try {
      show(trayViewOf(await operator.handlers['status:get']({})))
    } catch (error) {
      onFault(error)
    }
  }
  const unsubscribe = operator.subscribe((topics) => {
    if (gathering !== null || !topics.some((topic) => concerned.has(topic))) return
    gathering = setTimeout(() => {
      gathering = null
      void read()
    }, gatherMs)
  })
  const aging = setInterval(() => void read(), ageMs)
  void read()
  return () => {
    unsubscribe()
    clearInterval(aging)
    if (gathering !== null) clearTimeout(gathering)
  }
}
