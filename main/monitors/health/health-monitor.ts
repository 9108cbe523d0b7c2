import type { HealthSettings } from '../../domain/settings.ts'
import type { Monitor } from '../monitor.ts'
import { hrv } from './hrv.ts'
import { notWorn } from './not-worn.ts'
import { readiness } from './readiness.ts'
import { recovery } from './recovery.ts'
import { sleep } from './sleep.ts'
import { stale } from './stale.ts'
import { stress } from './stress.ts'

export const healthMonitor: Monitor<HealthSettings> = {
  id: 'health',
  title: 'Health',
  rules: [readiness, hrv, sleep, stress, recovery, stale, notWorn],
}
