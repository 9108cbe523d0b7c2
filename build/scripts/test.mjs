// `npm test`: lint, format, dead code, types, audit, build, and every test; what failed, what was skipped and why, and how many.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
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

/** One after the other, each with its runs side by side: a browser mostly waits. The desktop's windows have the machine to themselves: the driver loses hold of them on a busy one. */
const rounds = [[['unit', 'integration'], ['browser']], [['electron']]]

const options = (environment = {}) => ({
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`, ...environment },
})

function run([program, ...args]) {
  return spawnSync(program, args, options()).status
}

/** One run of Vitest: whether it ended well, and what its report says. */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'thanos-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=./build/scripts/report-skips.mjs']
  const vitest = spawn('vitest', ['run', '--passWithNoTests', ...reporters, ...args], options({ THANOS_TEST_REPORT: report }))
  const [status] = await once(vitest, 'exit')
  try {
    return { ...JSON.parse(readFileSync(report, 'utf8')), isGood: status === 0 }
  } catch {
    console.log('Vitest ended without a report.')
    return { passed: 0, failed: 1, skipped: [], isGood: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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

  const given = process.argv.slice(2)
  const runs = []
  for (const round of given.includes('--project') ? [[[]]] : rounds)
    runs.push(...(await Promise.all(round.map((projects) => runTests([...projects.flatMap((name) => ['--project', name]), ...given])))))
  const results = {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    skipped: runs.flatMap(({ skipped }) => skipped),
  }

  for (const [why, count] of results.skipped) console.log(`Skipped ${count}: ${why}`)
  if (failedChecks.length > 0) console.log(`Failed besides the tests: ${failedChecks.join(', ')}`)
  console.log(`${results.passed} passed, ${results.failed + failedChecks.length} failed`)
  return results.failed + failedChecks.length === 0 && runs.every(({ isGood }) => isGood) ? 0 : 1
}

if (isPinnedNode()) process.exit(await test())
