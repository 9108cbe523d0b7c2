import { Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.tsx'
import { Banners } from './banners.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FirstRun } from '../features/first-run/first-run.tsx'
import { Notices } from './notices.tsx'
import { Overlays } from './overlays.tsx'
import { screens } from './screens.tsx'
import { useFeature } from './services.tsx'
import { useFirstRun } from './use-first-run.ts'
import { useTheme } from './use-theme.ts'
import { Sidebar } from './sidebar.tsx'
import { appStrings as words } from './strings.ts'

export function App() {
  useTheme()
  return (
    <div className="@container/app h-full">
      <a href="#screen" className="sr-only focus:not-sr-only">
        {words.skip}
      </a>
      <div className="flex h-full @max-[34rem]/app:flex-col">
        <Sidebar />
        <main id="screen" tabIndex={-1} className="@container/main relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none">
          <Banners />
          <FirstRunOr>
            <CurrentScreen />
          </FirstRunOr>
          <Notices />
        </main>
      </div>
      <Overlays />
    </div>
  )
}

/** A newcomer is shown in; a person with data, or one who has been shown in, sees the screen. */
function FirstRunOr({ children }: { readonly children: ReactNode }) {
  const wanted = useFirstRun()
  return wanted ? <FirstRun /> : children
}

function CurrentScreen() {
  const id = useFeature('router', (router) => router.screen)
  const screen = screens.find((one) => one.id === id) ?? screens[0]
  const title = screen?.title ?? words.name
  useEffect(() => {
    document.title = `${title}, ${words.name}`
  }, [title])
  if (screen === undefined) return null
  const Component = screen.component
  return (
    // A new key for each screen: one that broke does not keep the next from showing.
    <ErrorBoundary key={screen.id}>
      <Suspense fallback={<Skeleton label={words.loading} />}>
        <Component />
      </Suspense>
    </ErrorBoundary>
  )
}
