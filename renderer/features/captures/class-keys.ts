import type { CaptureClassName, CaptureView } from '../../../shared/model/capture.ts'

/** One digit a class, in the order in which they stand on the screen. */
export const classKeys = [
  ['1', 'thinking'],
  ['2', 'venting'],
  ['3', 'observation'],
  ['4', 'note'],
  ['5', 'idea'],
  ['6', 'personal_task'],
  ['7', 'work_task'],
  ['8', 'commitment'],
  ['9', 'mixed'],
] as const satisfies readonly (readonly [string, CaptureClassName])[]

type ClassKey = (typeof classKeys)[number]

/** Several is an answer only where several parts were found: nobody files one thought under it. */
export function answersTo({ answer }: Pick<CaptureView, 'answer'>): readonly ClassKey[] {
  return classKeys.filter(([, kind]) => kind !== 'mixed' || (answer?.segments.length ?? 0) > 1)
}
