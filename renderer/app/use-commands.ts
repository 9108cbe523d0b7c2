import { FileUp, Keyboard, Pause, Play, RefreshCw, SunMoon, Undo2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { valueOf } from './loaded.ts'
import { paletteStrings as words } from './palette-strings.ts'
import { useFeature } from './services.tsx'
import { tomorrowMorning } from './snooze-times.ts'
import { themes } from './theme.ts'
import type { Theme } from './theme.ts'
import { useFormats } from './use-formats.tsx'
import { useNow } from './use-now.tsx'

export type Command = { readonly title: string; readonly icon: LucideIcon; readonly run: () => void }

const hour = 3_600_000

/** What the palette can do besides going somewhere. */
export function useCommands(): readonly Command[] {
  const now = useNow()
  const formats = useFormats()
  const check = useFeature('status', (state) => state.check)
  const pause = useFeature('status', (state) => state.pause)
  const paused = useFeature('status', (state) => valueOf(state.status)?.pausedUntil ?? null) !== null
  const undo = useFeature('undo', (state) => state.undo)
  const canUndo = useFeature('undo', (state) => state.stack.length > 0)
  const save = useFeature('settings', (state) => state.save)
  const refuse = useFeature('undo', (state) => state.refuse)
  const setTheme = async (theme: Theme) => {
    const refused = await save('desktop.theme', theme, words.themeLabel)
    if (refused !== null) refuse(new Error(refused))
  }
  const open = useFeature('shell', (shell) => shell.open)
  const go = useFeature('router', (router) => router.go)
  return [
    { title: words.check, icon: RefreshCw, run: () => void check() },
    ...(paused
      ? [{ title: words.resume, icon: Play, run: () => void pause(null) }]
      : [
          { title: words.pauseHour, icon: Pause, run: () => void pause(now + hour) },
          { title: words.pauseTomorrow, icon: Pause, run: () => void pause(tomorrowMorning(now, formats)) },
        ]),
    ...themes.map((theme) => ({
      title: words.themes[theme],
      icon: SunMoon,
      run: () => void setTheme(theme),
    })),
    ...(canUndo ? [{ title: words.undo, icon: Undo2, run: () => void undo() }] : []),
    { title: words.importFile, icon: FileUp, run: () => go('settings', 'data') },
    { title: words.keys, icon: Keyboard, run: () => open('shortcuts') },
  ]
}
