import type { SettingField } from './setting-fields.ts'
import { settingsStrings as words } from './strings.ts'
import { TypedSetting } from './typed-setting.tsx'

/** Seven rows of two times: a night's own start and end; empty takes those of every night. */
export function NightSettings({ fields }: { readonly fields: readonly SettingField[] }) {
  return (
    <div>
      <p className="mb-2.5 text-s text-ink-3">{words.nightsHint}</p>
      <div className="grid grid-cols-[minmax(7rem,auto)_auto_auto] items-center justify-start gap-x-4 gap-y-2">
        {Object.entries(words.nights).map(([night, name]) => (
          <div key={night} className="contents">
            <span aria-hidden="true">{name}</span>
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
