import { settingSections } from '../features/settings/setting-fields.ts'
import { settingWords } from '../features/settings/setting-words.ts'
import { settingsStrings } from '../features/settings/strings.ts'

type Found = { readonly path: string; readonly section: string; readonly label: string }

/** As many as a person looks through. */
const most = 6

/** Settings that have these words in their name, their part or their place in the file. */
export function settingsWith(search: string): readonly Found[] {
  const words = search.trim().toLowerCase().split(/\s+/)
  if (search.trim().length < 2) return []
  const all = settingSections.flatMap(({ groups, id }) =>
    groups.flatMap(({ fields, id: group }) =>
      fields.flatMap(({ path }): readonly Found[] => {
        const label = settingWords[path]?.label
        if (label === undefined) return []
        const title = settingsStrings.groups[`${id}.${group}`]
        return [{ path, section: id, label: title === undefined ? label : `${title}: ${label}` }]
      }),
    ),
  )
  const isMeant = ({ label, path, section }: Found) => {
    const text = `${label} ${settingsStrings.sections[section] ?? ''} ${path.replaceAll(/[._]/g, ' ')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return all.filter(isMeant).slice(0, most)
}
