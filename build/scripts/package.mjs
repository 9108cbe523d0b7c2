// `npm run package`: builds, packages for this machine or as electron-builder's own arguments say, and lists beside the packages what is inside them.
// THANOS_HOMEPAGE is where whoever installs a deb can read more. THANOS_UPDATE_URL is the address of the folder that the packages will be published in; without it the program does not look for updates.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'
import { completeParts, licenceTexts } from './parts.mjs'
import { isPinnedNode, root } from './pinned-node.mjs'

function packageApplication(args) {
  const feed = process.env.THANOS_UPDATE_URL
  if (feed && !(URL.canParse(feed) && new URL(feed).protocol === 'https:')) {
    process.stderr.write(`THANOS_UPDATE_URL is ${feed}. Updates come over https: alone, such as https://example.com/thanos-operator/.\n`)
    return 2
  }
  if (!ensureBuild()) return 1
  const parts = readParts()
  if (parts === null) return 1
  // Shipped, so written before packaging: electron-builder.yml takes it from here.
  writeFileSync(join(root, 'out', 'LICENSES.txt'), licenceTexts(parts, root))

  const publish = feed ? ['-c.publish.provider=generic', `-c.publish.url=${feed}`] : []
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  // A deb must name a page; without one of its own, a name that can never be somebody else's.
  const homepage = `-c.extraMetadata.homepage=${process.env.THANOS_HOMEPAGE || 'https://thanos-operator.invalid/'}`
  const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', homepage, ...publish, ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) return status ?? 1

  const given = args.find((arg) => arg.startsWith('-c.directories.output='))
  const folder = given ? given.slice(given.indexOf('=') + 1) : join(root, 'dist')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(parts, null, 2)}\n`)
  return 0
}

/** The software bill of materials of what is shipped, as an object; null where it could not be made, after saying why. */
function readParts() {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) {
    process.stderr.write(`The list of parts could not be made: ${stderr}\n`)
    return null
  }
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const { devDependencies, name, version } = read('package.json')
  return completeParts(JSON.parse(stdout), read('package-lock.json'), { name, version, electron: devDependencies.electron })
}

if (isPinnedNode()) process.exit(packageApplication(process.argv.slice(2)))
