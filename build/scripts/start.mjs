// `npm start`: builds, and starts the desktop application. Where there is no Electron to be had, or no display, it says so
// and serves the same application in the browser.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'
import { isPinnedNode, passSignals, root } from './pinned-node.mjs'

/** An application that ends this soon with an error has not started: a library is missing, or the display refuses it. */
const startingMs = 10_000

const electron = join(root, 'node_modules', 'electron')

/** The path of Electron's program, or why there is none. Its package fetches the program on first use. */
function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { missing: 'there is no display' }
  const named = () => (existsSync(join(electron, 'path.txt')) ? readFileSync(join(electron, 'path.txt'), 'utf8') : 'electron')
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override)
    return existsSync(join(override, named())) ? { program: join(override, named()) } : { missing: `there is no Electron in ${override}` }
  if (!existsSync(join(electron, 'dist', named()))) {
    if (process.stderr.isTTY) process.stderr.write('Fetching Electron, about 110 MB, once…\n')
    const fetched = spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: 10 * 60_000 })
    if (fetched.status !== 0) return { missing: 'Electron could not be fetched' }
  }
  return { program: join(electron, 'dist', named()) }
}

/** Runs a program with this terminal as its own; its exit status, or null when it could not be started. */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
    passSignals(child)
    child.on('error', () => resolve(null))
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

async function startHeadless(why) {
  process.stderr.write(`Serving the application in the browser, because ${why}. Ctrl+C ends it.\n`)
  return run(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'run', '--http', '--verbose', ...process.argv.slice(2)])
}

async function start() {
  if (!ensureBuild()) return 1
  const found = findElectron()
  if ('missing' in found) return startHeadless(found.missing)
  const startedAt = performance.now()
  const status = await run(found.program, [root, ...process.argv.slice(2)])
  const hasFailed = status === null || (status !== 0 && performance.now() - startedAt < startingMs)
  return hasFailed ? startHeadless(`Electron did not start (${status === null ? 'it cannot be run' : `exit status ${status}`})`) : status
}

if (isPinnedNode()) process.exit(await start())
