import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { ConnectionsSection } from '../connections/connections-section.tsx'
import { SecretStoreNote, SecretsSection } from '../connections/secrets-section.tsx'
import { BackupsSection } from '../data/backups-section.tsx'
import { CareSection } from '../data/care-section.tsx'
import { ImportSection } from '../data/import-section.tsx'
import { EraseSection } from '../data/erase-section.tsx'
import { ChosenSetting } from './chosen-setting.tsx'
import { NightSettings } from './night-settings.tsx'
import { QuietHoursNext } from './quiet-hours-next.tsx'
import { SampleData } from './sample-data.tsx'
import type { SettingField, SettingSection } from './setting-field.ts'
import { settingsStrings as words } from './strings.ts'
import { TypedSetting } from './typed-setting.tsx'

/** The keys that each part's channels and helpers need; those of the sources stand with their connections. */
const secretNames: Readonly<Record<string, readonly string[]>> = {
  channels: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_CHAT_ID', 'SMTP_PASSWORD', 'NTFY_TOKEN', 'WEBHOOK_SECRET'],
  capture: ['ANTHROPIC_API_KEY'],
  data: ['BACKUP_PASSPHRASE'],
}

export function SettingsSectionView({
  section,
  wanted,
}: {
  readonly section: SettingSection
  /** The setting that somebody was sent to. */
  readonly wanted: string | null
}) {
  return (
    <>
      {section.id === 'quiet' && <QuietHoursNext />}
      {section.id === 'data' && (
        <>
          <BackupsSection />
          <ImportSection />
          <CareSection />
          <SampleData />
        </>
      )}
      {section.id === 'sources' && (
        <>
          <SecretStoreNote />
          <ConnectionsSection />
        </>
      )}
      {section.groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${section.id}-${group.id}`}>
          <h2 id={`group-${section.id}-${group.id}`} className="mb-1.5 text-l">
            {words.groups[`${section.id}.${group.id}`]}
          </h2>
          {group.id === 'nights' ? (
            <NightSettings fields={group.fields} />
          ) : (
            <div className="divide-y divide-line border-t border-line">
              {group.fields.map((field) => (
                <Wanted key={field.path} isWanted={field.path === wanted}>
                  <Setting field={field} />
                </Wanted>
              ))}
            </div>
          )}
        </section>
      ))}
      {section.id in secretNames && <SecretsSection key={section.id} names={secretNames[section.id] ?? []} />}
      {section.id === 'data' && <EraseSection />}
    </>
  )
}

/** Come from elsewhere to one setting: it is brought into view, marked, and has the focus. */
function Wanted({ isWanted, children }: { readonly isWanted: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isWanted) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true })
  }, [isWanted])
  return (
    <div ref={place} className={isWanted ? '-mx-3 rounded-row bg-accent-soft px-3' : ''}>
      {children}
    </div>
  )
}

function Setting({ field }: { readonly field: SettingField }) {
  switch (field.kind) {
    case 'switch':
    case 'choice':
    case 'rules':
      return <ChosenSetting field={field} />
    case 'number':
    case 'time':
    case 'text':
    case 'hours':
    case 'list':
      return <TypedSetting field={field} />
  }
}
