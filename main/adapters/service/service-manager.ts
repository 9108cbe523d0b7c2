import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from '../../domain/operator-error.ts'
import { launchAgent, scheduledTask, systemdUnit, type ServiceCommand, type ServiceDefinition } from './service-definition.ts'

export type ServiceState = 'running' | 'installed' | 'absent'

export type ServiceManager = {
  readonly definition: ServiceDefinition
  install(): Promise<void>
  /** False when there was none. */
  remove(): Promise<boolean>
  status(): Promise<ServiceState>
}

const run = promisify(execFile)

/** A service manager that says nothing for so long is not there. */
const patience = 20_000

export type ServiceMachine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

function definitionFor(command: ServiceCommand, { environment, home, platform }: ServiceMachine): ServiceDefinition {
  if (platform === 'darwin') return launchAgent(command, posix.join(home, 'Library', 'LaunchAgents'))
  if (platform === 'win32') {
    const { USERDOMAIN: domain, USERNAME: name } = environment
    const user = name === undefined ? null : domain === undefined ? name : `${domain}\\${name}`
    return scheduledTask(command, win32.join(home, 'AppData', 'Local', 'thanos-operator'), user)
  }
  const configured = environment['XDG_CONFIG_HOME']
  const folder = configured?.startsWith('/') === true ? configured : posix.join(home, '.config')
  return systemdUnit(command, posix.join(folder, 'systemd', 'user'))
}

/** The system's own way of keeping a process running. Throws OperatorError `failed` with what to do by hand where it refuses. */
export function serviceManager(command: ServiceCommand, machine: ServiceMachine): ServiceManager {
  const { platform } = machine
  const definition = definitionFor(command, machine)
  const folder = definition.file.slice(0, Math.max(definition.file.lastIndexOf('/'), definition.file.lastIndexOf('\\')))

  async function execute(steps: readonly (readonly string[])[]): Promise<void> {
    for (const [program = '', ...words] of steps) {
      try {
        await run(program, [...words], { timeout: patience })
      } catch (cause) {
        const step = [program, ...words].join(' ')
        const advice = `The file ${definition.file} is in place. In a session of your own, run: ${steps.map((each) => each.join(' ')).join(' && ')}`
        throw new OperatorError('failed', `"${step}" did not succeed (${reasonOf(cause)}). ${advice}`, { cause })
      }
    }
  }

  return {
    definition,
    async install() {
      mkdirSync(folder, { recursive: true })
      writeFileSync(definition.file, platform === 'win32' ? `\uFEFF${definition.text}` : definition.text, {
        encoding: platform === 'win32' ? 'utf16le' : 'utf8',
        mode: 0o600,
      })
      await execute(definition.install)
    },
    async remove() {
      if (!existsSync(definition.file)) return false
      // What was never put in force cannot be taken out of it; the file goes either way.
      const failure = await execute(definition.remove).catch((error: unknown) => error)
      rmSync(definition.file, { force: true })
      if (failure instanceof OperatorError && (await isRunning(definition))) throw failure
      return true
    },
    async status() {
      if (await isRunning(definition)) return 'running'
      return existsSync(definition.file) ? 'installed' : 'absent'
    },
  }
}

/** What the system's own program said, its first line; else that it is not there or did not end. */
function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'no reason given'
  const said = 'stderr' in cause && typeof cause.stderr === 'string' ? (cause.stderr.trim().split('\n')[0] ?? '') : ''
  if (said !== '') return said
  if ('code' in cause && cause.code === 'ENOENT') return 'it is not installed'
  return 'killed' in cause && cause.killed === true ? `no answer within ${patience / 1_000} s` : 'no reason given'
}

async function isRunning({ status: [program = '', ...words] }: ServiceDefinition): Promise<boolean> {
  try {
    await run(program, [...words], { timeout: patience })
    return true
  } catch {
    return false
  }
}
