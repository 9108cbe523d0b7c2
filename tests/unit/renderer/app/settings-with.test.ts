import { expect, it } from 'vitest'
import { settingsWith } from '../../../../renderer/app/settings-with.ts'

it('finds settings by what they are called, where they stand and how the file names them', () => {
  expect(settingsWith('readiness warn')[0]).toMatchObject({
    path: 'monitors.health.thresholds.readiness_warning',
    section: 'health',
    label: 'Readiness, of 100: Warn below',
  })
  expect(settingsWith('quiet_hours').length).toBe(0)
  expect(settingsWith('quiet hours start').map(({ path }) => path)).toEqual(['quiet_hours.start'])
  expect(settingsWith('a').length).toBe(0)
})
