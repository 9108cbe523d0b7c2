import { spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { electronProgram, repository } from './electron-program.ts'
import { launchElectron } from './launch-electron.ts'
import { pageAt } from './page-at.ts'

export type DesktopApp = {
  readonly app: ElectronApplication
  readonly process: ChildProcess
  readonly folder: string
  /** The main window's page, once it is there. */
  readonly window: () => Promise<Page>
  /** Ends as the tray's Quit does; the answer is the exit status. */
  readonly quit: () => Promise<number | null>
  /** For one that a failed test left behind; nothing where it has ended. */
  readonly kill: () => void
}

/** The flags that keep an application under test to its own folder. */
export function folderFlags(folder: string): readonly string[] {
  return ['--data', join(folder, 'data'), '--config', join(folder, 'operator.yaml')]
}

/** What every test wants: nothing of this machine's owner, and no quiet hours to depend on the time of day. */
const quietConfiguration = 'quiet_hours: { enabled: false }\n'

/** Starts the application on a folder of the test's; a second start on the same folder finds what the first left. */
export function startDesktopApp(folder: string, flags: readonly string[] = [], configuration = ''): Promise<DesktopApp> {
  const file = join(folder, 'operator.yaml')
  if (!existsSync(file)) writeFileSync(file, quietConfiguration + configuration)
  return launchDesktopApp(folder, [...folderFlags(folder), ...flags], process.env)
}

/** Starts the application with these flags alone; what it would write to its owner's home goes to `folder`. */
export async function launchDesktopApp(folder: string, flags: readonly string[], environment: NodeJS.ProcessEnv): Promise<DesktopApp> {
  const program = electronProgram()
  if (!program.ok) throw new Error(program.reason)
  const app = await launchElectron(folder, {
    executablePath: program.path,
    args: [repository, ...flags],
    cwd: repository,
    env: { ...defined(environment), XDG_CONFIG_HOME: join(folder, 'xdg-config') },
  })
  const child = app.process()
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    app,
    process: child,
    folder,
    window: async () => {
      const page = await pageAt(app, 'index')
      await page.waitForFunction(() => document.title.includes('Thanos Operator'))
      return page
    },
    quit: async () => {
      await app.evaluate(({ app }) => void setTimeout(() => app.quit(), 0)).catch(() => undefined)
      const status = await exit
      const crashes = join(folder, 'data', 'crashes')
      if (status !== 0 && existsSync(crashes)) {
        throw new Error(
          readdirSync(crashes)
            .map((name) => readFileSync(join(crashes, name), 'utf8'))
            .join('\n'),
        )
      }
      return status
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** `thanos …` on the folder of an application under test; the command line's standard output. */
export function thanos(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'out/main/cli.js'), ...args, ...folderFlags(folder)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`thanos ${args.join(' ')} ended with ${String(status)}: ${stderr}`)
  return stdout
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
