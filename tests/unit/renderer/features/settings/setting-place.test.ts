import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../../../main/config/schema.ts'
import { monitorIds } from '../../../../../main/domain/finding.ts'
import { milderSetting } from '../../../../../main/domain/milder-setting.ts'
import { settingSections } from '../../../../../renderer/features/settings/setting-fields.ts'
import { settingHref, settingPlace } from '../../../../../renderer/features/settings/setting-place.ts'
import { ruleNames } from '../../../../../renderer/features/inbox/rule-names.ts'
import { settingWords } from '../../../../../renderer/features/settings/setting-words.ts'

const fields = settingSections.flatMap(({ groups }) => groups.flatMap((group) => group.fields))
const paths = new Set(fields.map(({ path }) => path))

/** The dotted path of every value, with the value. */
function leaves(value: object, before = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    const path = before + key
    const isSection = typeof one === 'object' && one !== null && !Array.isArray(one) && Object.keys(one).length > 0
    return isSection ? leaves(one, `${path}.`) : [[path, one] as const]
  })
}

describe('the settings', () => {
  it('hold every key of operator.yaml; what names a secret alone is kept elsewhere', () => {
    const missing = leaves(defaultConfiguration())
      .filter(([path, value]) => !paths.has(path) && !(typeof value === 'string' && /^\$\{\w+\}$/.test(value)))
      .map(([path]) => path)
    // A night of its own is a key that is not there until it is wanted.
    expect(missing).toEqual(['quiet_hours.weekdays'])
  })

  it('say each of them in words', () => {
    const isSaid = (path: string) => path in settingWords || path.endsWith('rules_off') || path.startsWith('quiet_hours.weekdays.')
    expect([...paths].filter((path) => !isSaid(path))).toEqual([])
  })

  it('are found by an address, and the setting in them', () => {
    const place = settingPlace('health/monitors.health.thresholds.readiness_warning')
    expect(place.section?.id).toBe('health')
    expect(place.path).toBe('monitors.health.thresholds.readiness_warning')
    expect(settingPlace(null).section?.id).toBe('general')
    expect(settingPlace('no_such_part').section?.id).toBe('general')
  })

  it('have a place for whatever a rule that is wrong too often proposes', () => {
    const { monitors } = defaultConfiguration()
    const proposed = monitorIds.flatMap((monitor) => Object.keys(ruleNames).map((rule) => milderSetting(monitor, rule, monitors).path))
    for (const path of proposed) expect(settingHref(path)).toContain(encodeURIComponent(path))
  })
})
