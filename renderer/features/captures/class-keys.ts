import type { CaptureClassName } from '../../../shared/model/capture.ts'

/** One digit a class, in the order in which they stand on the screen; `mixed` is what the reading finds, nobody files under it. */
export const classKeys = [
  ['1', 'thinking'],
  ['2', 'venting'],
  ['3', 'observation'],
  ['4', 'note'],
  ['5', 'idea'],
  ['6', 'personal_task'],
  ['7', 'work_task'],
  ['8', 'commitment'],
] as const satisfies readonly (readonly [string, CaptureClassName])[]
