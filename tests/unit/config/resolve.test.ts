import { describe, expect, it } from 'vitest'
import { resolveSettings } from '../../../main/config/resolve.ts'
import { configurationSchema } from '../../../main/config/schema.ts'

const resolve = (values: unknown) => resolveSettings(configurationSchema.parse(values), 'America/Chicago')

describe('the configuration as rules see it', () => {
  it('takes the zone of the machine unless one is named', () => {
    expect(resolve({}).zone).toBe('America/Chicago')
    expect(resolve({ timezone: 'Europe/Berlin' }).zone).toBe('Europe/Berlin')
  })

  it('counts quiet hours in minutes, in the zone of the day or their own', () => {
    expect(resolve({ timezone: 'Europe/Berlin' }).quietHours).toEqual({
      enabled: true,
      start: 1320,
      end: 420,
      zone: 'Europe/Berlin',
      weekdays: {},
    })
    expect(resolve({ quiet_hours: { start: 21, end: '6:30', timezone: 'Asia/Tokyo' } }).quietHours).toMatchObject({
      start: 1260,
      end: 390,
      zone: 'Asia/Tokyo',
    })
  })

  it('gives a night of its own only what differs', () => {
    expect(resolve({ quiet_hours: { weekdays: { fri: { start: '23:15' }, sat: { end: 9 } } } }).quietHours.weekdays).toEqual({
      fri: { start: 1395 },
      sat: { end: 540 },
    })
  })

  it('counts windows in milliseconds, with one for everything else', () => {
    expect(resolve({ deduplication: { window_seconds: 60 } }).deduplication).toEqual({
      windows: { health_warning: 14_400_000, health_critical: 3_600_000, tasks: 86_400_000, patterns: 604_800_000, other: 60_000 },
      maxAlertsPerRun: 20,
    })
  })

  it('has no severity for a channel that is off, and always one for the journal', () => {
    expect(resolve({}).routes).toEqual({ native: 'medium', telegram: null, email: null, push: null, webhook: null, journal: 'info' })
    expect(resolve({ channels: { native: { min_severity: 'off' }, push: { enabled: true } } }).routes).toMatchObject({
      native: null,
      push: 'high',
      journal: 'info',
    })
  })
})
