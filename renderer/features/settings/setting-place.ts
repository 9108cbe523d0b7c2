import { placeHash } from '../../app/router.ts'
import { settingSections } from './setting-fields.ts'
import type { SettingSection } from './setting-field.ts'

export type SettingPlace = { readonly section: SettingSection | undefined; readonly path: string | null }

/** What follows `#/settings/`: a section, and perhaps the one setting in it that is looked for. */
export function settingPlace(id: string | null): SettingPlace {
  const [name, path = null] = (id ?? '').split('/')
  return { section: settingSections.find((one) => one.id === name) ?? settingSections[0], path }
}

/** Where a setting is edited. One that is part of a longer list is found by what it begins with: rules_off by the rules. */
export function settingHref(path: string): string {
  const section = settingSections.find(({ groups }) => groups.some(({ fields }) => fields.some((field) => field.path === path)))
  return placeHash({ screen: 'settings', id: section === undefined ? null : `${section.id}/${path}` })
}
