// `npm` runs these scripts on the Node that the project pins; started directly, they may find themselves on the machine's own. This starts them again on the
// right one. Written for old Nodes: no syntax younger than Node 14.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const wanted = 24
const pinned = fileURLToPath(
  new URL(process.platform === 'win32' ? '../../node_modules/node/bin/node.exe' : '../../node_modules/node/bin/node', import.meta.url),
)

/** True on the right Node. Otherwise the script runs again on the pinned one, this process passes signals on and ends with its exit status. */
export function isPinnedNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return true
  if (!existsSync(pinned)) {
    console.error(`Thanos Operator needs Node ${wanted} and this is ${process.version}. Run \`npm ci\` in ${root}, which brings it along.`)
    process.exit(1)
  }
  const child = spawn(pinned, process.argv.slice(1), { stdio: 'inherit' })
  passSignals(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
  return false
}

/** What stops or tells this process stops or tells the child; a terminal's Ctrl+C reaches both by itself. */
export function passSignals(child) {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
}
