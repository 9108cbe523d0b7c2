import type { Item } from './batch.ts'

/** Coming back so often, each time within an hour, is no news any more. */
export const flappingFrom = 3

/** The one time it is said that an alert comes and goes. */
export function beginsToFlap({ alert, change }: Pick<Item, 'alert' | 'change'>): boolean {
  return change === 'reopened' && alert.flaps === flappingFrom
}

/** From then on it is quiet, until it stays away for an hour and so begins a new life. A higher severity is still told. */
export function isFlapping({ alert }: Pick<Item, 'alert'>): boolean {
  return alert.flaps >= flappingFrom
}

export const flappingNote = `It has come and gone ${flappingFrom} times, each within an hour. It stays quiet from now on, until it settles.`
