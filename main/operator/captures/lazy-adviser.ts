import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import { loadedOnce } from '../loaded-once.ts'

/** An adviser that is made when it is first wanted: its policy and schemas are not needed to watch over a night. */
export function lazyAdviser(make: () => Promise<CaptureAdviser>): CaptureAdviser {
  const adviser = loadedOnce(make)
  return {
    ask: async (request, signal) => (await adviser()).ask(request, signal),
    state: async () => (await adviser()).state(),
  }
}
