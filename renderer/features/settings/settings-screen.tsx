import { valueOf } from '../../app/loaded.ts'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Message } from '../../ui/message.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { settingSections } from './setting-fields.ts'
import { settingPlace } from './setting-place.ts'
import { SettingsSectionView } from './settings-section.tsx'
import { settingsStrings as words } from './strings.ts'

/** The configuration file, edited in place: judged as it is typed, in force as soon as it is written. */
export function SettingsScreen() {
  const loaded = useFeature('settings', (state) => state.settings)
  const load = useFeature('settings', (state) => state.load)
  const place = useFeature('router', (router) => router.id)
  const settings = valueOf(loaded)
  const { section, path } = settingPlace(place)
  return (
    <>
      <ScreenHeader title={words.title} />
      {settings === null && loaded.kind === 'loading' && <Skeleton label={words.loading} />}
      {settings === null && loaded.kind === 'failed' && (
        <Message words={[words.failed, loaded.words]} tone="problem">
          <Button onClick={() => void load()}>{words.retry}</Button>
        </Message>
      )}
      {settings !== null && section !== undefined && (
        <div className="grid min-h-0 flex-1 grid-cols-[12rem_minmax(0,1fr)] @max-[44rem]/main:grid-cols-1 @max-[44rem]/main:grid-rows-[auto_minmax(0,1fr)]">
          <nav
            aria-label={words.navigation}
            className="flex flex-col gap-0.5 overflow-y-auto border-r border-line p-2.5 @max-[44rem]/main:flex-row @max-[44rem]/main:flex-wrap @max-[44rem]/main:border-r-0 @max-[44rem]/main:border-b"
          >
            {settingSections.map(({ id }) => (
              <a
                key={id}
                href={`#/settings/${id}`}
                aria-current={id === section.id ? 'page' : undefined}
                className={classNames(
                  'flex min-h-8 items-center rounded-control px-2.5 text-ink-2 hover:text-ink',
                  id === section.id && 'bg-accent-soft font-medium text-ink!',
                )}
              >
                {words.sections[id]}
              </a>
            ))}
          </nav>
          <ScrollRegion
            key={section.id}
            label={words.sections[section.id] ?? section.id}
            className="min-h-0 overflow-y-auto px-7 pt-5 pb-24 -outline-offset-2!"
          >
            <div className="flex max-w-[40rem] flex-col gap-8">
              {settings.problems.length > 0 && (
                <div role="alert" className="rounded-row bg-critical-soft px-3.5 py-2.5">
                  <p className="font-medium">{words.problems}</p>
                  {settings.problems.map((problem) => (
                    <p key={problem} className="text-s">
                      {problem}
                    </p>
                  ))}
                </div>
              )}
              <SettingsSectionView section={section} wanted={path} />
              <p className="text-s break-words text-ink-3">{words.file(settings.file)}</p>
            </div>
          </ScrollRegion>
        </div>
      )}
    </>
  )
}
