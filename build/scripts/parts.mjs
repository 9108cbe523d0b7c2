// What the program is made of, for whoever has to know: the parts with versions and licences (CycloneDX), and the licences' own words.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the lock file counts as part of the program: name and version of each. */
function shippedOf(lock) {
  const parts = Object.entries(lock.packages).filter(([path, part]) => path !== '' && !part.dev && !part.devOptional)
  return new Set(parts.map(([path, part]) => `${part.name ?? path.split('node_modules/').at(-1)}@${part.version}`))
}

/**
 * The parts of what is shipped. `bom` is npm's list of everything, tools included: asked to leave those out, npm leaves out every part that a tool wants as well
 * (pg, zod and thirty more). It names the folder instead of the program, and knows nothing of Electron, which is shipped though it stands among the tools.
 */
export function completeParts(bom, lock, { electron, name, version }) {
  const { component } = bom.metadata
  const isShipped = shippedOf(lock)
  const root = component['bom-ref']
  const shipped = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    scope: 'required',
    purl: `pkg:npm/electron@${electron}`,
    description: 'The runtime: Chromium and Node. LICENSES.chromium.html beside the program lists what they are made of.',
    licenses: [{ license: { id: 'MIT' } }],
  }
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...component, type: 'application', name, version } },
    components: [...bom.components.filter((each) => isShipped.has(each['bom-ref'])), shipped],
    dependencies: [
      ...bom.dependencies
        .filter(({ ref }) => ref === root || isShipped.has(ref))
        .map(({ ref, dependsOn = [] }) => ({
          ref,
          dependsOn: [...dependsOn.filter((each) => isShipped.has(each)), ...(ref === root ? [shipped['bom-ref']] : [])],
        })),
      { ref: shipped['bom-ref'], dependsOn: [] },
    ],
  }
}

/** The licences of all parts as one text; `folder` holds node_modules. A part that brings no words of its own is named with its licence's identifier. */
export function licenceTexts(bom, folder) {
  const parts = bom.components.map((part) => {
    const ids = part.licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name).join(', ')
    return `${'='.repeat(80)}\n${part.name} ${part.version} (${ids})\n\n${wordsIn(join(folder, 'node_modules', part.name)) ?? `Licensed under ${ids}.`}\n`
  })
  return `Thanos Operator contains the work of others, under these licences.\n\n${[...new Set(parts)].sort().join('\n')}`
}

function wordsIn(folder) {
  if (!existsSync(folder)) return null
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name))
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim()
}
