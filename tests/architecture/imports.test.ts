import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const top = ['main', 'preload', 'renderer', 'shared'] as const

/**
 * Who may import whom (ARCHITECTURE.md), by the longest folder that matches. A folder may always import itself, except those in `apart`,
 * whose own folders must not know each other.
 */
const may: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  'main/domain': ['shared'],
  'main/ports': ['main/domain', 'shared'],
  'main/monitors': ['main/domain', 'main/ports', 'shared'],
  'main/pipeline': ['main/domain', 'main/ports', 'shared'],
  'main/scheduler': ['main/domain', 'main/ports', 'shared'],
  'main/resilience': ['main/domain', 'main/ports', 'shared'],
  'main/capture': ['main/domain', 'main/ports', 'shared'],
  'main/adapters': ['main/ports', 'main/domain', 'shared'],
  'main/store': ['main/ports', 'main/domain', 'shared'],
  'main/config': ['main/ports', 'main/domain', 'shared'],
  'main/operator': [
    'main/adapters',
    'main/capture',
    'main/config',
    'main/domain',
    'main/monitors',
    'main/pipeline',
    'main/ports',
    'main/resilience',
    'main/scheduler',
    'main/store',
    'shared',
  ],
  'main/electron': ['main/operator', 'shared'],
  'main/headless': ['main/operator', 'shared'],
  // The entries choose the clock, the log and the data folder before there is an operator to ask.
  // The desktop serves its pages over HTTP with the headless host's own server, where the configuration asks for it; the two hosts stay strangers.
  'main/index.ts': ['main/electron', 'main/headless/http', 'main/operator', 'main/adapters', 'main/config', 'shared'],
  'main/cli.ts': ['main/headless', 'main/operator', 'main/adapters', 'main/config', 'shared', 'package.json'],
  // A thread of its own: it knows the database and nothing else.
  'main/data-worker.ts': ['main/store', 'shared'],
  preload: ['shared/ipc'],
  renderer: ['shared'],
}

/** Folders whose own folders are strangers to each other; a file directly in one is for all of them. */
const apart = ['main/adapters']

/** Who is known to whom all the same, and why. */
const acquainted: readonly (readonly [from: string, to: string])[] = [
  // An account export and a cache file are made of the vendor's own documents, which are read in one place only.
  ['main/adapters/import', 'main/adapters/oura'],
]

/** The one door through which hosts see the core's types: hosts import the operator, nothing deeper. */
const doors = ['main/operator/host.ts']

/** Packages that only one folder may import. */
const onlyIn: readonly (readonly [packageName: RegExp, allowed: readonly string[]])[] = [
  [/^electron($|\/)/, ['main/electron', 'preload']],
  [/^better-sqlite3$/, ['main/store', 'main/adapters']],
  [/^(react|react-dom|zustand)($|\/)/, ['renderer']],
]

type Import = { readonly from: string; readonly specifier: string; readonly target: string | null; readonly isType: boolean }

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

const files = top.flatMap(filesUnder)
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

/** The code without its comments: what stands in one is no import. Strings are kept, for they hold the names. */
function code(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string?: string) => string ?? '',
  )
}

const statement = /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s+from\s+)?['"]([^'"\n]+)['"]/g
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]/g

function importsOf(file: string, text: string): readonly Import[] {
  const clean = code(text)
  const found = [
    ...[...clean.matchAll(statement)].map(([, type, specifier = '']) => ({ specifier, isType: type !== undefined })),
    ...[...clean.matchAll(dynamic)].map(([, specifier = '']) => ({ specifier, isType: false })),
  ]
  return found.map(({ specifier, isType }) => ({
    from: file,
    specifier,
    target: specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier.split('?')[0] ?? specifier))
          .split(sep)
          .join('/')
      : null,
    isType,
  }))
}

const imports = [...textOf].flatMap(([file, text]) => importsOf(file, text))

const isIn = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`)

function homeOf(file: string): string | undefined {
  return Object.keys(may)
    .filter((folder) => isIn(file, folder))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** Whether two files of a folder of strangers belong to the same of its folders, or may know each other all the same. */
function knows(from: string, target: string, folder: string): boolean {
  const [own = '', other = ''] = [from, target].map((file) => file.slice(folder.length + 1))
  if (!other.includes('/') || own.split('/')[0] === other.split('/')[0]) return true
  return acquainted.some(([one, another]) => isIn(from, one) && isIn(target, another))
}

function violation({ from, target }: Import): string | null {
  if (target === null) return null
  const home = homeOf(from)
  if (home === undefined) return `${from} is in no folder that the architecture knows`
  const strangers = apart.find((folder) => isIn(from, folder) && isIn(target, folder))
  if (strangers !== undefined && !knows(from, target, strangers))
    return `${from} imports ${target}: those in ${strangers} never import each other`
  if (isIn(target, home) || may[home]?.some((allowed) => isIn(target, allowed))) return null
  return `${from} imports ${target}: ${home} may import ${may[home]?.join(', ') || 'nothing but itself'}`
}

describe('who may import whom', () => {
  it('is read from all the code', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports).toContainEqual({
      from: 'main/pipeline/plan.ts',
      specifier: './correlate.ts',
      target: 'main/pipeline/correlate.ts',
      isType: false,
    })
    expect(imports).toContainEqual({
      from: 'main/pipeline/stage.ts',
      specifier: './batch.ts',
      target: 'main/pipeline/batch.ts',
      isType: true,
    })
  })

  it('is kept by every import', () => {
    expect(imports.flatMap((each) => violation(each) ?? [])).toEqual([])
  })

  it.each([
    ['main/domain/x.ts', '../store/database.ts', 'main/domain may import shared'],
    ['main/monitors/health/x.ts', '../../pipeline/plan.ts', 'main/monitors may import'],
    ['main/adapters/oura/x.ts', '../telegram/y.ts', 'those in main/adapters never import each other'],
    ['main/store/x.ts', '../config/load.ts', 'main/store may import'],
    ['main/electron/x.ts', '../store/database.ts', 'main/electron may import main/operator, shared'],
    ['preload/x.ts', '../shared/model/alert-view.ts', 'preload may import shared/ipc'],
    ['renderer/x.tsx', '../main/domain/alert.ts', 'renderer may import shared'],
    ['shared/x.ts', '../main/domain/alert.ts', 'shared may import nothing but itself'],
    ['main/pipeline/x.ts', '../../tests/support/fake-clock.ts', 'main/pipeline may import'],
  ])('would catch %s importing %s', (from, specifier, complaint) => {
    const [each] = importsOf(from, `import { thing } from '${specifier}'\n`)
    expect(each === undefined ? null : violation(each)).toContain(complaint)
  })

  it('sees every way of writing an import, and none in a comment', () => {
    const text = `import 'a'\nimport b from "b"\nimport type { C } from 'c'\nimport {\n  d,\n  e,\n} from 'd'\nexport * from 'e'\nexport { f } from 'f'\nconst g = await import('g')\n// import 'no'\n/* import 'no' */\n`
    expect(importsOf('main/x.ts', text).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  })
})

describe('packages', () => {
  it.each(onlyIn)('%s are imported only in %j', (name, allowed) => {
    const strays = imports.filter(({ from, specifier }) => name.test(specifier) && !allowed.some((folder) => isIn(from, folder)))
    expect(strays.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([])
  })

  it('shared imports zod and nothing else', () => {
    const strays = imports.filter(({ from, target, specifier }) => isIn(from, 'shared') && target === null && specifier !== 'zod')
    expect(strays.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([])
  })

  it('the page imports nothing of Node', () => {
    const strays = imports.filter(({ from, specifier }) => isIn(from, 'renderer') && specifier.startsWith('node:'))
    expect(strays.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([])
  })
})

describe('a source file', () => {
  it('has at most 300 lines', () => {
    const long = [...textOf].map(([file, text]) => [file, text.split('\n').length - 1] as const).filter(([, lines]) => lines > 300)
    expect(long.map(([file, lines]) => `${file} has ${lines} lines`)).toEqual([])
  })

  it('exports nothing by default', () => {
    const offenders = [...textOf].filter(([, text]) => /^export default\b|\bas default\b/m.test(code(text)))
    expect(offenders.map(([file]) => `${file} has a default export: name it`)).toEqual([])
  })

  it('is no barrel: one that only passes on what several modules export', () => {
    const isBarrel = (text: string) => {
      const clean = code(text)
      const passedOn = [...clean.matchAll(/export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"]/g)]
      const rest = passedOn.reduce((left, [each]) => left.replace(each, ''), clean).replace(/[;\s]/g, '')
      return passedOn.length > 1 && rest === ''
    }
    expect(isBarrel("export * from './a.ts'\nexport { b } from './b.ts'\n")).toBe(true)
    expect(
      [...textOf].filter(([file, text]) => !doors.includes(file) && isBarrel(text)).map(([file]) => `${file} only re-exports`),
    ).toEqual([])
  })

  it('names what it imports with its extension', () => {
    const bare = imports.filter(({ target }) => target !== null && !/\.\w+$/.test(target))
    expect(bare.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([])
  })
})
