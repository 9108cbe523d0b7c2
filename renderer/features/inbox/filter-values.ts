import type { AlertView } from '../../../shared/model/alert.ts'

export const speakerValues = ['health', 'tasks', 'patterns', 'operator'] as const satisfies readonly AlertView['monitor'][]
