import { valueOf } from './loaded.ts'
import { useFeature } from './services.tsx'

/** Whether this is somebody's first look: no data of any kind, and not shown in before. */
export function useFirstRun(): boolean {
  const shownIn = useFeature('shell', (shell) => shell.shownIn)
  const empty = useFeature('status', (state) => valueOf(state.status)?.hasSampleData === false)
  const newcomer = useFeature('status', (state) => valueOf(state.status)?.hasOwnData === false)
  const begun = useFeature('shell', (shell) => shell.firstRunBegun)
  return !shownIn && newcomer && (empty || begun)
}
