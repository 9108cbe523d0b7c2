import { useEffect } from 'react'
import { valueAt } from '../features/settings/setting-values.ts'
import { valueOf } from './loaded.ts'
import { useFeature } from './services.tsx'
import { applyTheme, isTheme } from './theme.ts'

/** The window wears what `desktop.theme` says, and changes with it. */
export function useTheme(): void {
  const theme = useFeature('settings', (state) => valueAt(valueOf(state.settings)?.values ?? {}, 'desktop.theme'))
  useEffect(() => {
    if (isTheme(theme)) applyTheme(window, theme)
  }, [theme])
}
