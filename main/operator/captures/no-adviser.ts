import type { CaptureAdviser } from '../../ports/capture-adviser.ts'

/** Where nobody is asked: the rules' answer stands. */
export const noAdviser: CaptureAdviser = {
  ask: () => Promise.resolve({ kind: 'not_set_up' }),
  state: () => Promise.resolve({ isSet: false, callsToday: 0, costToday: null, problem: null }),
}
