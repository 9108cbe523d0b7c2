import { ouraSecrets } from '../../adapters/oura/oura-secrets.ts'
import type { Configuration } from '../../config/schema.ts'
import { resolveReference } from '../../config/secret-reference.ts'
import type { SourceTools } from './source-tools.ts'

type Tools = Pick<SourceTools, 'secrets' | 'exists' | 'expandHome'>

/** Whether there is anything to read Oura with: a local cache, the sample data, a token, a pair from OAuth. Loads none of Oura's client. */
export async function isOuraSetUp(tools: Tools, { sources: { oura } }: Configuration): Promise<boolean> {
  if (oura.sandbox || isThere(tools, oura.cache_db)) return true
  return (await resolveReference(oura.token, tools.secrets)) !== null || (await tools.secrets.get(ouraSecrets.pair)) !== null
}

/** Whether there is an address of the tasks database, or a local mirror of it. */
export async function isWorkosSetUp(tools: Tools, { sources: { workos } }: Configuration): Promise<boolean> {
  return isThere(tools, workos.cache_db) || (await resolveReference(workos.database_url, tools.secrets)) !== null
}

function isThere({ exists, expandHome }: Tools, file: string | null): boolean {
  return file !== null && exists(expandHome(file))
}
