import { Suspense, lazy, useEffect, useRef } from 'react'
import { screens } from './screens.tsx'
import { useFeature } from './services.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet }))

/** The palette on Mod+K and the list of keys on `?`; G and a letter go to a screen. */
export function Overlays() {
  const overlay = useFeature('shell', (shell) => shell.overlay)
  const open = useFeature('shell', (shell) => shell.open)
  const go = useFeature('router', (router) => router.go)
  const afterG = useRef(false)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open('palette')
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])

  useEffect(() => {
    // Before the screens hear it (capture): after G, I is the inbox and not what I means on a screen.
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Shift') return
      const screen = afterG.current ? screens.find((one) => one.key === event.key.toLowerCase()) : undefined
      afterG.current = false
      if (screen === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      go(screen.id)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [go])

  useShortcuts({
    '?': () => open('shortcuts'),
    g: () => {
      afterG.current = true
    },
  })

  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'shortcuts' && <ShortcutsSheet />}
    </Suspense>
  )
}
