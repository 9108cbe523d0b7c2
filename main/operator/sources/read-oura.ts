import type { Configuration } from '../../config/schema.ts'
import { localDayOf, type LocalDay } from '../../domain/local-day.ts'
import type { Reading } from '../../domain/reading.ts'
import type { GuardedSource } from '../../resilience/guard-source.ts'
import type { Reader, Writer } from '../../store/database.ts'
import { loadOperatorState, saveOperatorState } from '../../store/operator-state.ts'
import { newestReading } from '../../store/readings.ts'
import type { DayRange } from '../../ports/sources.ts'
import { nextBackfill, pollRange } from './poll-range.ts'
import { ouraTimeout } from './source-settings.ts'
import type { SourceTools } from './source-tools.ts'

export type OuraHarvest = {
  readonly readings: readonly Reading[]
  /** Notes how far back the past is filled in; in the transaction that stores its readings. */
  readonly backfilledFrom: ((db: Writer) => void) | null
}

/** The last days, and of a new connection as much of the past as half of the timeout allows: the rest comes with the next cycles. */
export async function readOura(
  tools: Pick<SourceTools, 'db' | 'clock' | 'zone' | 'logger'>,
  configuration: Configuration,
  reader: GuardedSource<DayRange, readonly Reading[]>,
): Promise<OuraHarvest> {
  const { clock, db, logger } = tools
  const { sandbox } = configuration.sources.oura
  const today = localDayOf(clock.now(), tools.zone())
  const newest = newestReading(db, sandbox ? ['sample'] : ['oura', 'oura_cache'])?.day ?? null
  const started = clock.monotonic()
  const first = await reader.read(pollRange(today, newest))
  if (first.outcome !== 'fresh') return { readings: [], backfilledFrom: null }
  const readings = [...first.value]
  const before = recallBackfill(db, sandbox)
  let doneFrom = before
  for (let chunk = nextBackfill(today, doneFrom); chunk !== null; chunk = nextBackfill(today, doneFrom)) {
    if (clock.monotonic() - started > ouraTimeout(configuration) / 2) break
    const answer = await reader.read(chunk)
    if (answer.outcome !== 'fresh') break
    readings.push(...answer.value)
    doneFrom = chunk.from
    logger.info('oura_backfill', { from: chunk.from, to: chunk.to, readings: answer.value.length })
  }
  const day = doneFrom
  return {
    readings,
    backfilledFrom: day === null || day === before ? null : (writer) => saveOperatorState(writer, { [backfillKey(sandbox)]: day }),
  }
}

/** The oldest day that is filled in; null before the first connection. */
export function recallBackfill(db: Reader, sandbox: boolean): LocalDay | null {
  const found = loadOperatorState(db).get(backfillKey(sandbox))
  return typeof found === 'string' ? found : null
}

function backfillKey(sandbox: boolean): string {
  return sandbox ? 'ouraSandboxBackfill' : 'ouraBackfill'
}
