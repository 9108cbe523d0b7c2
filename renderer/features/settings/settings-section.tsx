import { ConnectionsSection } from '../connections/connections-section.tsx'
import { SecretStoreNote, SecretsSection } from '../connections/secrets-section.tsx'
import { BackupsSection } from '../data/backups-section.tsx'
import { CareSection } from '../data/care-section.tsx'
import { EraseSection } from '../data/erase-section.tsx'
import { ChosenSetting } from './chosen-setting.tsx'
import { NightSettings } from './night-settings.tsx'
import { QuietHoursNext } from './quiet-hours-next.tsx'
import { SampleData } from './sample-data.tsx'
import type { SettingField, SettingSection } from './setting-fields.ts'
import { settingsStrings as words } from './strings.ts'
import { TypedSetting } from './typed-setting.tsx'

/** The keys that each part's channels and helpers need; those of the sources stand with their connections. */
const secretNames: Readonly<Record<string, readonly string[]>> = {
  sources: [],
  channels: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_CHAT_ID', 'SMTP_PASSWORD', 'NTFY_TOKEN', 'WEBHOOK_SECRET'],
  capture: ['ANTHROPIC_API_KEY'],
  data: ['BACKUP_PASSPHRASE'],
}

export function SettingsSectionView({ section }: { readonly section: SettingSection }) {
  return (
    <>
      {section.id === 'quiet' && <QuietHoursNext />}
      {section.id === 'data' && (
        <>
          <BackupsSection />
          <CareSection />
          <SampleData />
        </>
      )}
      {section.id in secretNames && <SecretStoreNote />}
      {section.id === 'sources' && <ConnectionsSection />}
      {section.groups.map((group) => (
        <section key={group.id} aria-labelledby={`group-${section.id}-${group.id}`}>
          <h2 id={`group-${section.id}-${group.id}`} className="mb-2.5 text-l">
            {words.groups[`${section.id}.${group.id}`]}
          </h2>
          {group.id === 'nights' ? (
            <NightSettings fields={group.fields} />
          ) : (
            <div className="flex flex-col gap-3.5">
              {group.fields.map((field) => (
                <Setting key={field.path} field={field} />
              ))}
            </div>
          )}
        </section>
      ))}
      {section.id !== 'sources' && <SecretsSection key={section.id} names={secretNames[section.id] ?? []} />}
      {section.id === 'data' && <EraseSection />}
    </>
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
