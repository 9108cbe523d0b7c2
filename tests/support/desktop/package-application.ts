import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './electron-program.ts'

/** A runtime laid out as Electron ships it: Electron's own, or one named; undefined where there is neither. What works on the packaged program needs one. */
export const runtimeFolder = [process.env['ELECTRON_RIG_DIST'], join(repository, 'node_modules/electron/dist')].find(
  (folder) => folder !== undefined && existsSync(join(folder, 'version')),
)

/** Packages this application as `npm run package` does, or another one, into `folder` with that runtime; the answer is the folder that would be installed. */
export function packageApplication(folder: string, flags: readonly string[] = [], project = repository): string {
  if (runtimeFolder === undefined) throw new Error('There is no runtime to package with.')
  const builder = join(repository, 'node_modules', 'electron-builder', 'cli.js')
  const command =
    project === repository ? [join(repository, 'build/scripts/package.mjs')] : [builder, '--publish', 'never', '--projectDir', project]
  const settings = [`-c.electronDist=${runtimeFolder}`, `-c.directories.output=${folder}`, ...flags]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, '--linux', 'dir', ...settings], {
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Packaging ended with ${String(status)}: ${stdout}${stderr}`)
  return join(folder, 'linux-unpacked')
}

/** A runtime older than the pinned one needs its own build of the database's native code, which lies beside it. */
export function adaptNativeCode(installed: string): void {
  const own = join(runtimeFolder ?? '', '..', 'electron', 'better_sqlite3.node')
  if (!existsSync(own)) return
  const shipped = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
  copyFileSync(own, join(installed, 'resources/app.asar.unpacked', shipped))
}
