/** How one key of operator.yaml is edited. `path` is dotted; words stand in strings.ts under the same path. */
export type SettingField =
  | { readonly kind: 'switch'; readonly path: string }
  | {
      readonly kind: 'number'
      readonly path: string
      readonly min: number
      readonly max: number
      readonly step: number
      readonly unit: string
      /** A slider that says what the rule would have said with the value it stands on. */
      readonly preview?: boolean
    }
  | { readonly kind: 'time'; readonly path: string; readonly optional?: boolean }
  | { readonly kind: 'text'; readonly path: string; readonly optional?: boolean }
  | { readonly kind: 'choice'; readonly path: string; readonly options: readonly string[] }
  | { readonly kind: 'hours'; readonly path: string }
  | { readonly kind: 'list'; readonly path: string; readonly numbers?: boolean }
  | { readonly kind: 'rules'; readonly path: string; readonly rules: readonly string[] }

export type SettingGroup = { readonly id: string; readonly fields: readonly SettingField[] }
export type SettingSection = { readonly id: string; readonly groups: readonly SettingGroup[] }

export const on = (path: string): SettingField => ({ kind: 'switch', path })
export const number = (path: string, min: number, max: number, unit: string, step = 1): SettingField => ({
  kind: 'number',
  path,
  min,
  max,
  step,
  unit,
})
export const tried = (path: string, min: number, max: number, unit: string, step = 1): SettingField => ({
  kind: 'number',
  path,
  min,
  max,
  step,
  unit,
  preview: true,
})
export const text = (path: string): SettingField => ({ kind: 'text', path })
export const maybe = (path: string): SettingField => ({ kind: 'text', path, optional: true })
