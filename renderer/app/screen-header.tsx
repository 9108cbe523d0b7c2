import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import { modifierName } from './platform.ts'
import { useFeature } from './services.tsx'
import { appStrings as words } from './strings.ts'

/** The bar on top of every screen: its name, what narrows it, and the way to everything else. */
export function ScreenHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const openPalette = useFeature('shell', (shell) => shell.open)
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-2">
      <h1 className="text-l">{title}</h1>
      {children}
      <button
        type="button"
        onClick={() => openPalette('palette')}
        aria-keyshortcuts="Control+K Meta+K"
        className="ml-auto flex min-h-7.5 items-center gap-2 rounded-control border border-line px-2.5 text-s text-ink-3 transition-colors hover:border-line-strong hover:text-ink-2 @min-[54rem]/main:min-w-52"
      >
        <Search aria-hidden="true" className="size-3.5" />
        <span className="@max-[54rem]/main:sr-only">{words.searchOrJump}</span>
        <span className="ml-auto @max-[54rem]/main:ml-0">
          <Kbd>{modifierName()} K</Kbd>
        </span>
      </button>
    </header>
  )
}
