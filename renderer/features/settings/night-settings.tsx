import type { SettingField } from './setting-field.ts'
import { settingsStrings as words } from './strings.ts'
import { TypedSetting } from './typed-setting.tsx'

/** Seven rows of two times: a night's own start and end; empty takes those of every night. */
export function NightSettings({ fields }: { readonly fields: readonly SettingField[] }) {
  return (
    <div>
      <p className="mb-2.5 text-s text-pretty text-ink-3">{words.nightsHint}</p>
      <div className="divide-y divide-line border-t border-line">
        {Object.entries(words.nights).map(([night, name]) => (
          <div key={night} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
            <span aria-hidden="true" className="min-w-32 flex-1">
              {name}
            </span>
            {fields.map((field) =>
              field.kind === 'time' && field.path.split('.')[2] === night ? (
                <TypedSetting key={field.path} field={field} labelHidden />
              ) : null,
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
