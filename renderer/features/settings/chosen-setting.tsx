import { useState } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ruleNames } from '../inbox/rule-names.ts'
import type { SettingField } from './setting-fields.ts'
import { settingsStrings as words } from './strings.ts'
import { useSetting } from './use-setting.ts'

type Chosen = Extract<SettingField, { readonly kind: 'switch' | 'choice' | 'rules' }>

/** A setting that is chosen: written at once. */
export function ChosenSetting({ field }: { readonly field: Chosen }) {
  const { value, label, hint, reset } = useSetting(field)
  const save = useFeature('settings', (state) => state.save)
  const [problem, setProblem] = useState<string | null>(null)
  const set = async (chosen: unknown) => setProblem(await save(field.path, chosen, label))
  const complaint = problem !== null && (
    <p role="alert" className="text-s text-critical">
      {problem}
    </p>
  )
  switch (field.kind) {
    case 'switch':
      return (
        <div>
          <Switch wide label={label} checked={value === true} onChange={(on) => void set(on)} />
          {complaint}
        </div>
      )
    case 'choice':
      return (
        <Field label={label} problem={problem} {...(hint === undefined ? {} : { hint })}>
          {(wiring) => (
            <div className="flex items-center gap-3">
              <select
                {...wiring}
                value={String(value)}
                onChange={(event) => void set(event.target.value)}
                className={`${controlLook} max-w-48`}
              >
                {field.options.map((option) => (
                  <option key={option} value={option}>
                    {words.options[option] ?? option}
                  </option>
                ))}
              </select>
              {reset !== null && (
                <Button kind="quiet" size="s" onClick={() => void set(reset.value)}>
                  {reset.words}
                </Button>
              )}
            </div>
          )}
        </Field>
      )
    case 'rules': {
      const off = Array.isArray(value) ? value.map(String) : []
      return (
        <div className="flex flex-col gap-2">
          {field.rules.map((rule) => (
            <Switch
              key={rule}
              wide
              label={ruleNames[rule] ?? rule}
              checked={!off.includes(rule)}
              onChange={(on) => void set(on ? off.filter((one) => one !== rule) : [...off, rule])}
            />
          ))}
          {complaint}
        </div>
      )
    }
  }
}
