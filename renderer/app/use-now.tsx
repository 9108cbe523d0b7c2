import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { useFeature } from './services.tsx'

const beat = 15_000

const subscribe = (listener: () => void) => {
  const timer = setInterval(listener, beat)
  return () => clearInterval(timer)
}
/** Rounded up, so that what has just happened never lies ahead. */
const read = () => Math.ceil(Date.now() / beat) * beat

const NowContext = createContext<number | null>(null)

/** One clock for the page: thousands of rows must not each have a timer. */
export function NowProvider({ children }: { readonly children: ReactNode }) {
  const ahead = useFeature('status', (state) => state.clockAhead)
  return <NowContext value={useSyncExternalStore(subscribe, read) + ahead}>{children}</NowContext>
}

/** The operator's time, to a quarter of a minute: enough for "4 min ago" without drawing every second. */
export function useNow(): number {
  const now = useContext(NowContext)
  if (now === null) throw new Error('A screen was drawn outside NowProvider.')
  return now
}
