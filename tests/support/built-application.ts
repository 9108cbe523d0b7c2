import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { repository } from './desktop/electron-program.ts'

/** The pages of every window, as both hosts serve them. */
export const builtPages = join(repository, 'out', 'renderer')

/** Builds `out/` where it is older than the sources. */
export function buildApplication(): void {
  const script = "import('./build/scripts/ensure-build.mjs').then(({ ensureBuild }) => process.exit(ensureBuild() ? 0 : 1))"
  const { status, stderr } = spawnSync(process.execPath, ['--eval', script], { cwd: repository, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The application could not be built: ${stderr}`)
}
