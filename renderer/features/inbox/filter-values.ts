import type { AlertView } from '../../../shared/model/alert.ts'

export const alertStates = ['open', 'acknowledged', 'snoozed', 'resolved', 'dismissed'] as const satisfies readonly AlertView['state'][]

export const speakerValues = ['health', 'tasks', 'patterns', 'operator'] as const satisfies readonly AlertView['monitor'][]
