// `npm run bench [WORD…]`: measures each row of the budget table (or those whose name has one of the words), beside its budget and the bare alternative.
// A row is one file under tests/bench exporting `bench`: see tests/bench/bench.ts.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isPinnedNode, root } from './pinned-node.mjs'

async function benchAll() {
  const { ensureBuild } = await import('./ensure-build.mjs')
  if (!ensureBuild()) return 1
  const words = process.argv.slice(2)
  const folder = join(root, 'tests', 'bench')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.bench.ts'))
    .sort()
  let missed = 0
  const show = (columns) => console.log(columns.map((text, index) => text.padEnd([58, 26, 26, 34][index] ?? 0)).join(' '))
  show(['what', 'measured', 'budget', 'bare alternative', ''])
  for (const file of files) {
    const { bench } = await import(pathToFileURL(join(folder, file)).href)
    if (words.length > 0 && !words.some((word) => `${file} ${bench.name}`.includes(word))) continue
    const result = await bench.measure()
    if ('skipped' in result) show([bench.name, 'skipped', bench.budget, result.skipped, ''])
    else show([bench.name, result.figure, bench.budget, result.bare ?? '–', result.isWithin ? 'within' : 'MISSED'])
    for (const line of [result.measured && `measured on ${result.measured}`, ...(result.parts ?? [])]) if (line) console.log(`    ${line}`)
    if ('isWithin' in result && !result.isWithin) missed += 1
  }
  console.log(missed === 0 ? 'Every measured budget is kept.' : `${missed} over budget.`)
  return missed === 0 ? 0 : 1
}

if (isPinnedNode()) process.exit(await benchAll())
