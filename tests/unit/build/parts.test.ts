import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Part = { readonly 'bom-ref': string; readonly name: string; readonly version: string; readonly licenses: readonly unknown[] }
type Bom = {
  readonly metadata: { readonly component: Readonly<Record<string, string>> }
  readonly components: readonly Part[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

// A script without types of its own.
const { completeParts, licenceTexts } = (await import(pathToFileURL(resolve('build/scripts/parts.mjs')).href)) as {
  completeParts: (bom: Bom, lock: unknown, program: Readonly<Record<string, string>>) => Bom
  licenceTexts: (bom: Bom, folder: string) => string
}

const part = (name: string, version: string, id = 'MIT'): Part => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  licenses: [{ license: { id } }],
})

const everything: Bom = {
  metadata: { component: { 'bom-ref': 'program@1.0.0', type: 'library', name: 'some-folder' } },
  components: [
    part('zod', '4.0.0'),
    part('vitest', '5.0.0'),
    part('semver', '6.0.0'),
    part('semver', '7.0.0'),
    part('@types/react', '19.0.0'),
  ],
  dependencies: [
    { ref: 'program@1.0.0', dependsOn: ['zod@4.0.0', 'vitest@5.0.0'] },
    { ref: 'zod@4.0.0', dependsOn: [] },
    { ref: 'vitest@5.0.0', dependsOn: ['zod@4.0.0'] },
  ],
}
const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/vitest': { version: '5.0.0', dev: true },
    'node_modules/semver': { version: '6.0.0', dev: true },
    'node_modules/electron-updater/node_modules/semver': { version: '7.0.0' },
    'node_modules/@types/react': { version: '19.0.0', devOptional: true },
  },
}

describe('the list of parts', () => {
  const bom = completeParts(everything, lock, { name: 'thanos-operator', version: '1.2.3', electron: '45.0.0' })

  it('holds what is shipped, also where a tool wants it too, and the runtime; no tool', () => {
    expect(bom.components.map((each) => each['bom-ref'])).toEqual(['zod@4.0.0', 'semver@7.0.0', 'electron@45.0.0'])
    expect(bom.dependencies).toEqual([
      { ref: 'program@1.0.0', dependsOn: ['zod@4.0.0', 'electron@45.0.0'] },
      { ref: 'zod@4.0.0', dependsOn: [] },
      { ref: 'electron@45.0.0', dependsOn: [] },
    ])
  })

  it('names the program, not the folder', () => {
    expect(bom.metadata.component).toMatchObject({ name: 'thanos-operator', version: '1.2.3', type: 'application' })
  })

  it('comes with the words of each licence, or its name where a part brings none', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true })
    writeFileSync(join(folder, 'node_modules', 'zod', 'LICENSE'), 'Permission is hereby granted')
    const text = licenceTexts(bom, folder)
    expect(text).toContain('zod 4.0.0 (MIT)\n\nPermission is hereby granted\n')
    expect(text).toContain('semver 7.0.0 (MIT)\n\nLicensed under MIT.\n')
  })
})
