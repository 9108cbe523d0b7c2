import type { PatternSettings } from '../../domain/settings.ts'
import type { Monitor } from '../monitor.ts'
import { contextSwitching } from './context-switching.ts'
import { energyDecline } from './energy-decline.ts'
import { overcommitment } from './overcommitment.ts'
import { procrastination } from './procrastination.ts'
import { sleepDebt } from './sleep-debt.ts'

export const patternsMonitor: Monitor<PatternSettings> = {
  id: 'patterns',
  title: 'Patterns',
  rules: [procrastination, energyDecline, overcommitment, sleepDebt, contextSwitching],
}
