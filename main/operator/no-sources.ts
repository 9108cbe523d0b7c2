import type { Configuration } from '../config/schema.ts'
import { sourceNames, type SourceState } from '../domain/source-state.ts'
import type { SourceSet } from './source-set.ts'

/** An operator that lives on imports and its own tasks: every source says whether it is off or not set up. */
export function noSources(configuration: () => Configuration): SourceSet {
  const states = (): readonly SourceState[] =>
    sourceNames.map((name) => ({
      name,
      condition: configuration().sources[name].enabled ? 'not_configured' : 'off',
      circuit: 'closed',
      lastSuccess: null,
      lastError: null,
      from: 'none',
      retryAt: null,
      consecutiveFailures: 0,
      trips: 0,
    }))
  return {
    gather: () => Promise.resolve({ readings: [], mirror: () => {}, reportedProcrastination: new Map(), verdicts: [], states: states() }),
    states,
    retryNow: () => {},
    close: () => Promise.resolve(),
  }
}
