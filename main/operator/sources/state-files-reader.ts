import { readStateFiles, type StateFiles } from '../../adapters/state-files/read-state-files.ts'
import type { SourceState } from '../../domain/source-state.ts'
import { asSourceError, conditionAfter } from '../../resilience/blame.ts'
import { unreadSource } from '../../resilience/source-record.ts'
import type { SourceTools } from './source-tools.ts'

/** Files of this machine: there is nothing to retry and nobody to spare, so no circuit; they are read each time. */
export function readStateFolder(tools: Pick<SourceTools, 'clock' | 'memory' | 'logger' | 'expandHome'>, folder: string): StateFiles | null {
  const before = tools.memory.load('state_files')?.state ?? unreadSource('state_files')
  const keep = (changes: Partial<SourceState>) => tools.memory.save({ state: { ...before, ...changes }, openings: 0 })
  try {
    const files = readStateFiles(tools.expandHome(folder))
    for (const warning of files.warnings) tools.logger.warning('source_warning', { source: 'state_files', warning })
    keep({ condition: 'ok', lastSuccess: tools.clock.now(), lastError: files.warnings[0] ?? null, from: 'direct' })
    return files
  } catch (thrown) {
    const error = asSourceError(thrown)
    keep({ condition: conditionAfter(error), lastError: error.message, from: 'none' })
    return null
  }
}
