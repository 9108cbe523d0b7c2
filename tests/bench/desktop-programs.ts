import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronProgram, repository } from '../support/desktop/electron-program.ts'
import { adaptNativeCode, packageApplication, runtimeFolder } from '../support/desktop/package-application.ts'

export type DesktopProgram = { readonly path: string; readonly args: readonly string[] }

export type DesktopPrograms = {
  /** What is measured: the packaged program, or the checkout and why. */
  readonly what: string
  readonly ours: DesktopProgram
  /** An Electron application that is nothing but a tray icon, packaged or not as ours is. */
  readonly empty: DesktopProgram
}

const folder = join(repository, 'dist', 'bench')
/** So that it starts as root and without a graphics card, as the machines that measure are. */
const anywhere = ['--no-sandbox', '--disable-gpu']

/**
 * Both programs as they would be installed, where there is a runtime to package them with: each with its own copy of it, so that neither has pages
 * of memory to share with whatever else runs on the same Electron. Else the checkout, which starts differently and cannot set all of Chromium's switches.
 */
export function desktopPrograms(): DesktopPrograms {
  if (runtimeFolder === undefined) return checkout('there is no Electron runtime to package with')
  try {
    return packaged()
  } catch (error) {
    return checkout(error instanceof Error ? error.message : String(error))
  }
}

function checkout(reason: string): DesktopPrograms {
  const program = electronProgram()
  if (!program.ok) throw new Error(program.reason)
  return {
    what: `the checkout, not the packaged program: ${reason}`,
    ours: { path: program.path, args: [repository] },
    empty: { path: program.path, args: [join(repository, 'tests/bench/empty-desktop.cjs')] },
  }
}

function packaged(): DesktopPrograms {
  const stamp = join(folder, 'packaged')
  const built = String(statSync(join(repository, 'out', '.built')).mtimeMs)
  // Several rows are measured on it; it is packaged once a build.
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== built) {
    rmSync(folder, { recursive: true, force: true })
    adaptNativeCode(packageApplication(join(folder, 'ours')))
    packageApplication(join(folder, 'empty'), [], writeEmptyProject(join(folder, 'empty-project')))
    writeFileSync(stamp, built)
  }
  return {
    what: 'the packaged program',
    ours: { path: join(folder, 'ours/linux-unpacked/thanos-operator'), args: anywhere },
    empty: { path: join(folder, 'empty/linux-unpacked/empty-desktop'), args: anywhere },
  }
}

function writeEmptyProject(project: string): string {
  mkdirSync(project, { recursive: true })
  cpSync(join(repository, 'tests/bench/empty-desktop.cjs'), join(project, 'main.cjs'))
  const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/electron/package.json'), 'utf8')) as { version: string } // npm's own file
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({
      name: 'empty-desktop',
      version: '1.0.0',
      description: 'A tray icon',
      author: 'The authors of Thanos Operator',
      main: 'main.cjs',
      build: { electronVersion: version, npmRebuild: false, electronLanguages: ['en-US'], files: ['main.cjs'], publish: null },
    }),
  )
  return project
}
