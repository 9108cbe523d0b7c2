import type { Configuration } from '../../config/schema.ts'
import { addDays, localDayOf } from '../../domain/local-day.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { SourceName } from '../../domain/source-state.ts'
import { asSourceError } from '../../resilience/blame.ts'
import { ouraTimeout, workosTimeout } from './source-settings.ts'
import type { SourceTools } from './source-tools.ts'

/** `isSetUp`: whether there was anything to ask with. */
export type TestOutcome = { readonly ok: boolean; readonly isSetUp: boolean; readonly message: string }

/** Asks a source once, past its circuit and without a retry, and stores nothing: what the owner sees when they press Test. */
export async function testSource(tools: SourceTools, configuration: Configuration, name: SourceName): Promise<TestOutcome> {
  try {
    return { ok: true, isSetUp: true, message: await ask(tools, configuration, name) }
  } catch (error) {
    const { code, message } = asSourceError(error)
    return { ok: false, isSetUp: code !== 'not_configured', message }
  }
}

async function ask(tools: SourceTools, configuration: Configuration, name: SourceName): Promise<string> {
  switch (name) {
    case 'oura':
      return askOura(tools, configuration)
    case 'workos':
      return askWorkos(tools, configuration)
    case 'state_files': {
      const { folder } = configuration.sources.state_files
      if (folder === null) throw new SourceError('not_configured', 'No folder is set: sources.state_files.folder.')
      const { readStateFiles } = await import('../../adapters/state-files/read-state-files.ts')
      const { focus, procrastination, warnings } = readStateFiles(tools.expandHome(folder))
      return [`${procrastination.size} tasks put off, focus: ${focus ?? 'none'}.`, ...warnings].join(' ')
    }
  }
}

async function askOura(tools: SourceTools, configuration: Configuration): Promise<string> {
  const { ouraTokens } = await import('./oura-reader.ts')
  const { createOuraSource } = await import('../../adapters/oura/oura-source.ts')
  const { base_url: baseUrl, sandbox } = configuration.sources.oura
  const source = createOuraSource({ baseUrl, sandbox, credentials: ouraTokens(tools, configuration), clock: tools.clock })
  const to = localDayOf(tools.clock.now(), tools.zone())
  const { readings, warnings } = await source.read({ from: addDays(to, -2), to }, AbortSignal.timeout(ouraTimeout(configuration)))
  const newest = readings.reduce<string | null>((day, each) => (day === null || each.day > day ? each.day : day), null)
  const found =
    newest === null
      ? 'Oura answers; it has nothing of the last three days yet.'
      : `Oura answers: ${readings.length} readings, the newest of ${newest}.`
  return [found, ...warnings.slice(0, 2)].join(' ')
}

async function askWorkos(tools: SourceTools, configuration: Configuration): Promise<string> {
  const { createWorkosSource } = await import('../../adapters/workos/workos-source.ts')
  const { resolveReference } = await import('../../config/secret-reference.ts')
  const databaseUrl = () => resolveReference(configuration.sources.workos.database_url, tools.secrets)
  const source = createWorkosSource({ databaseUrl, pool: 1, zone: tools.zone(), clock: tools.clock })
  try {
    const { clients, tasks, warnings } = await source.read(AbortSignal.timeout(workosTimeout))
    const open = tasks.filter((task) => task.status !== 'completed').length
    return [`The tasks database answers: ${open} open tasks, ${clients.length} clients.`, ...warnings.slice(0, 2)].join(' ')
  } finally {
    await source.close()
  }
}
