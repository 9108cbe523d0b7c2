import { useState } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Select } from '../../ui/select.tsx'
import { SwitchToggle } from '../../ui/switch.tsx'
import { ruleNames } from '../inbox/rule-names.ts'
import type { SettingField } from './setting-field.ts'
import { SettingRow } from './setting-row.tsx'
import { settingsStrings as words } from './strings.ts'
import { useSetting } from './use-setting.ts'

type Chosen = Extract<SettingField, { readonly kind: 'switch' | 'choice' | 'rules' }>

/** A setting that is chosen: written at once. */
export function ChosenSetting({ field }: { readonly field: Chosen }) {
  const setting = useSetting(field)
  const save = useFeature('settings', (state) => state.save)
  const [problem, setProblem] = useState<string | null>(null)
  const set = async (chosen: unknown) => setProblem(await save(field.path, chosen, setting.label))
  switch (field.kind) {
    case 'switch':
      return (
        <SettingRow setting={setting} problem={problem}>
          {({ id, 'aria-describedby': describedBy }) => (
            <SwitchToggle id={id} aria-describedby={describedBy} checked={setting.value === true} onChange={(on) => void set(on)} />
          )}
        </SettingRow>
      )
    case 'choice':
      return (
        <SettingRow setting={setting} problem={problem} onReset={(value) => void set(value)}>
          {(wiring) => (
            <Select {...wiring} value={String(setting.value)} onChange={(event) => void set(event.target.value)} className="w-44!">
              {field.options.map((option) => (
                <option key={option} value={option}>
                  {words.options[option] ?? option}
                </option>
              ))}
            </Select>
          )}
        </SettingRow>
      )
    case 'rules': {
      const off = Array.isArray(setting.value) ? setting.value.map(String) : []
      return field.rules.map((rule) => (
        <SettingRow key={rule} setting={{ ...setting, label: ruleNames[rule] ?? rule, hint: undefined, reset: null }} problem={problem}>
          {({ id }) => (
            <SwitchToggle
              id={id}
              checked={!off.includes(rule)}
              onChange={(on) => void set(on ? off.filter((one) => one !== rule) : [...off, rule])}
            />
          )}
        </SettingRow>
      ))
    }
  }
}
