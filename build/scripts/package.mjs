// `npm run package`: builds, packages for this machine or as electron-builder's own arguments say, and lists beside the packages what is inside them.
// THANOS_UPDATE_URL is the address of the folder that the packages will be published in; without it the program does not look for updates.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'
import { isPinnedNode, root } from './pinned-node.mjs'

function packageApplication(args) {
  if (!ensureBuild()) return 1
  const feed = process.env.THANOS_UPDATE_URL
  const publish = feed ? ['-c.publish.provider=generic', `-c.publish.url=${feed}`] : []
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', ...publish, ...args], { cwd: root, stdio: 'inherit' })
  return status === 0 ? writeParts(args) : (status ?? 1)
}

/** The software bill of materials: what production code is made of, with versions and licences, in CycloneDX. */
function writeParts(args) {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) {
    process.stderr.write(`The list of parts could not be made: ${stderr}\n`)
    return 1
  }
  const given = args.find((arg) => arg.startsWith('-c.directories.output='))
  const folder = given ? given.slice(given.indexOf('=') + 1) : join(root, 'dist')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), stdout)
  return 0
}

if (isPinnedNode()) process.exit(packageApplication(process.argv.slice(2)))
