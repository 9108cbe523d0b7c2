/** What a captured thought can be; the routes of each are in the specification of captures. `mixed` holds several of the others. */
export const captureClasses = [
  'thinking',
  'venting',
  'observation',
  'note',
  'idea',
  'personal_task',
  'work_task',
  'commitment',
  'mixed',
] as const

export type CaptureClass = (typeof captureClasses)[number]
