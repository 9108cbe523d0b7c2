import { valueOf } from '../../app/loaded.ts'
import { useFeature } from '../../app/services.tsx'
import type { SettingField } from './setting-field.ts'
import { textOf, valueAt } from './setting-values.ts'
import { settingWords } from './setting-words.ts'
import { settingsStrings as words } from './strings.ts'

export type Setting = {
  readonly label: string
  readonly hint: string | undefined
  readonly value: unknown
  /** What "back to the default" would bring; null where the default holds. */
  readonly reset: { readonly value: unknown; readonly words: string } | null
}

const night = /^quiet_hours\.weekdays\.(\w+)\.(start|end)$/

export function useSetting(field: SettingField): Setting {
  const settings = useFeature('settings', (state) => valueOf(state.settings))
  const fallback = valueAt(settings?.defaults ?? {}, field.path)
  const changed = settings?.changed.some((path) => path === field.path || path.startsWith(`${field.path}.`)) === true
  const ofNight = night.exec(field.path)
  const known = settingWords[field.path]
  const name = ofNight === null ? undefined : words.nights[ofNight[1] ?? '']
  const nightLabel = name === undefined ? undefined : (ofNight?.[2] === 'start' ? words.nightStart : words.nightEnd)(name)
  return {
    label: nightLabel ?? known?.label ?? field.path,
    hint: known?.hint ?? (field.kind === 'hours' ? words.hoursHint : undefined),
    value: valueAt(settings?.values ?? {}, field.path),
    reset: changed ? { value: fallback ?? null, words: resetWords(fallback) } : null,
  }
}

function resetWords(value: unknown): string {
  if (typeof value === 'boolean') return words.reset(value ? words.on : words.off)
  const text = textOf(value)
  return text === '' ? words.resetEmpty : words.reset(words.options[text] ?? text)
}
