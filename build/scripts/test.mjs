// `npm test`: lint, format, dead code, types, audit, build, and every test; what failed, what was skipped and why, and how many.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { auditDependencies } from './audit.mjs'
import { isPinnedNode, root } from './pinned-node.mjs'

const checks = [
  ['lint', ['oxlint', '--deny-warnings']],
  ['format', ['oxfmt', '--check']],
  ['dead code', ['knip']],
  ['types of the main process', ['tsc', '-p', 'tsconfig.node.json']],
  ['types of the windows', ['tsc', '-p', 'tsconfig.web.json']],
  ['types of the tests', ['tsc', '-p', 'tsconfig.tests.json']],
]

function run([program, ...args], environment = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  return spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path, ...environment },
  }).status
}

/** Runs one check and says how it went. */
function check([name, command]) {
  const startedAt = performance.now()
  const isGood = run(command) === 0
  console.log(`${isGood ? '✓' : '✗'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  return isGood
}

async function test() {
  const failedChecks = checks.filter((each) => !check(each)).map(([name]) => name)
  if (!auditDependencies()) failedChecks.push('audit of the dependencies')
  const { ensureBuild } = await import('./ensure-build.mjs')
  if (!ensureBuild()) failedChecks.push('build')

  const folder = mkdtempSync(join(tmpdir(), 'thanos-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=./build/scripts/report-skips.mjs', ...process.argv.slice(2)]
  const status = run(['vitest', ...args], { THANOS_TEST_REPORT: report })
  let results = { passed: 0, failed: 1, skipped: [] }
  try {
    results = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    console.log('Vitest ended without a report.')
  }
  rmSync(folder, { recursive: true, force: true })

  for (const [why, count] of results.skipped) console.log(`Skipped ${count}: ${why}`)
  if (failedChecks.length > 0) console.log(`Failed besides the tests: ${failedChecks.join(', ')}`)
  console.log(`${results.passed} passed, ${results.failed + failedChecks.length} failed`)
  return status === 0 && failedChecks.length === 0 ? 0 : 1
}

if (isPinnedNode()) process.exit(await test())
