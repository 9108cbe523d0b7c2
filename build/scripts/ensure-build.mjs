// Builds `out/` when it is missing or older than the sources.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

const sources = ['main', 'preload', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json']
const stamp = join(root, 'out', '.built')
const lock = join(root, 'node_modules', '.thanos-building')
const longestBuild = 5 * 60_000

/** Modification time in milliseconds; 0 when it is not there. */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newestIn(path) {
  const own = statSync(path, { throwIfNoEntry: false })
  if (own === undefined) return 0
  if (!own.isDirectory()) return own.mtimeMs
  // The folder's own time tells of files removed.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), own.mtimeMs)
}

export function isBuilt() {
  const builtAt = changedAt(stamp)
  return builtAt > 0 && sources.every((source) => newestIn(join(root, source)) <= builtAt)
}

/** Builds where needed, one process at a time; says so on standard error. Returns false when the build failed, after showing why. */
export function ensureBuild() {
  if (isBuilt()) return true
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    // Another process may have built it while this one waited.
    if (isBuilt()) return true
    process.stderr.write('Building…\n')
    const startedAt = new Date()
    const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const build = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
    if (build.status !== 0) {
      process.stderr.write(`${build.stdout ?? ''}${build.stderr ?? ''}\nThe build failed: see above.\n`)
      return false
    }
    writeFileSync(stamp, '')
    // What changes while building is built the next time.
    utimesSync(stamp, startedAt, startedAt)
    return true
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function takeLock() {
  // A build that was killed leaves its lock behind.
  if (Date.now() - changedAt(lock) > longestBuild) rmSync(lock, { recursive: true, force: true })
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
