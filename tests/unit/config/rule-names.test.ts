import { expect, it } from 'vitest'
import { healthRules, patternRules, taskRules } from '../../../main/config/rule-names.ts'
import { monitors } from '../../../main/monitors/registry.ts'

it.each([
  ['health', healthRules],
  ['tasks', taskRules],
  ['patterns', patternRules],
] as const)('the names that rules_off of %s may hold are rules of its monitor', (id, names) => {
  expect(monitors[id].rules).toEqual(expect.arrayContaining([...names]))
})

it('every rule can be switched off, but for what health says of its own data', () => {
  const all = [...healthRules, ...taskRules, ...patternRules] as readonly string[]
  expect(Object.values(monitors).flatMap(({ rules }) => rules.filter((rule) => !all.includes(rule)))).toEqual(['stale', 'not_worn'])
})
