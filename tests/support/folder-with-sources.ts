import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder whose configuration names these sources, with short pauses between attempts and no quiet hours. `more` are further lines under `sources`. */
export function folderWithSources({ oura = 'http://127.0.0.1:9', more = '' }: { readonly oura?: string; readonly more?: string }): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'config'))
  writeFileSync(
    join(folder, 'config', 'operator.yaml'),
    `retry: { base_ms: 1, max_ms: 2 }
quiet_hours: { enabled: false }
sources:
  oura: { base_url: "${oura}", api_timeout_seconds: 1 }
${more}`,
  )
  return folder
}
