import { useCallback, useSyncExternalStore } from 'react'
import { useFeature } from './services.tsx'

const beat = 15_000

const subscribe = (listener: () => void) => {
  const timer = setInterval(listener, beat)
  return () => clearInterval(timer)
}

/**
 * The operator's time, to a quarter of a minute: enough for "4 min ago" without drawing every second. Rounded up, so that what has just
 * happened never lies ahead.
 */
export function useNow(): number {
  const ahead = useFeature('status', (state) => state.clockAhead)
  const read = useCallback(() => Math.ceil(Date.now() / beat) * beat, [])
  return useSyncExternalStore(subscribe, read) + ahead
}
