import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApplication } from '../../support/built-application.ts'
import { adaptNativeCode, packageApplication, runtimeFolder } from '../../support/desktop/package-application.ts'
import { archivedFiles, startPackagedApp } from '../../support/desktop/packaged-app.ts'
import { folderFlags } from '../../support/desktop/start-desktop-app.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('the packaged program', () => {
  let folder: string
  let installed: string

  beforeAll(() => {
    if (runtimeFolder === undefined) return
    buildApplication()
    folder = mkdtempSync(join(tmpdir(), 'thanos-package-'))
    installed = packageApplication(folder)
    adaptNativeCode(installed)
  })
  beforeEach((context) => {
    if (runtimeFolder === undefined) context.skip('there is no Electron runtime to package with')
  })
  afterAll(() => {
    if (runtimeFolder !== undefined) rmSync(folder, { recursive: true })
  })

  it('has every fuse set that keeps it from being used as something else', async () => {
    const wire = await getCurrentFuseWire(join(installed, 'thanos-operator'))
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar]
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE))
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE))
  })

  it('ships one archive, and beside it the native code of this platform alone', () => {
    const unpacked = join(installed, 'resources', 'app.asar.unpacked')
    const beside = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
    expect(beside.sort()).toEqual([
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
      `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
    ])
    expect(readdirSync(join(installed, 'resources')).sort()).toEqual(['LICENSE.txt', 'LICENSES.txt', 'app.asar', 'app.asar.unpacked'])
    const files = archivedFiles(installed)
    expect(files).toEqual(
      expect.arrayContaining([
        '/out/main/index.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
        '/resources/tray/quiet-light.png',
      ]),
    )
    const modules = files.filter((name) => name.startsWith('/node_modules/')).map((name) => name.split('/')[2])
    expect(new Set(modules)).toEqual(new Set(['better-sqlite3', 'keytar']))
    expect(files.filter((name) => /\.(map|tsx?)$|\/(tests|main\/store|deps|src)\//.test(name) && !name.startsWith('/out/'))).toEqual([])
  })

  it('says what it is made of, the runtime included, and under which licences', () => {
    const { components, metadata } = z
      .object({
        bomFormat: z.literal('CycloneDX'),
        metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
        components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string(), licenses: z.array(z.unknown()).min(1) })),
      })
      .parse(JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')))
    const program = z
      .object({
        name: z.string(),
        version: z.string(),
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    expect(metadata.component).toMatchObject({ name: program.name, version: program.version })
    const versions = new Map(components.map(({ name, version }) => [name, version]))
    for (const [name, wanted] of Object.entries(program.dependencies))
      expect([name, versions.get(name)]).toEqual([name, wanted.split('@').at(-1)])
    expect(versions.get('electron')).toBe(program.devDependencies['electron'])
    expect(versions.has('vitest')).toBe(false)
    const licences = readFileSync(join(installed, 'resources', 'LICENSES.txt'), 'utf8')
    for (const name of ['react', 'better-sqlite3', 'zod', '@fontsource-variable/inter', '@anthropic-ai/sdk'])
      expect(licences).toContain(`${name} ${versions.get(name)} (`)
    expect(licences).toContain('SIL OPEN FONT LICENSE')
  })

  it('starts, serves its pages from its own scheme, remembers, and ends cleanly', async () => {
    const data = temporaryFolder()
    const app = await startPackagedApp(installed, data)
    await app.page.getByText('Inbox').first().waitFor()
    expect(new URL(app.page.url()).protocol).toBe('thanos-operator:')
    expect(await app.page.evaluate(() => [window.isSecureContext, 'require' in window])).toEqual([true, false])
    const status = await app.page.evaluate(() => {
      // The page's own type for the bridge belongs to the renderer.
      const { thanos } = window as unknown as { thanos: { invoke: Record<string, (input: unknown) => Promise<unknown>> } }
      return thanos.invoke['status:get']?.({})
    })
    expect(status).toMatchObject({ ok: true, value: { running: 'here' } })
    const answers = await app.page.evaluate(async () =>
      Promise.all(['./%2e%2e%2f%2e%2e%2fpackage.json', './..%5c..%5cpackage.json'].map(async (path) => (await fetch(path)).status)),
    )
    expect(answers).toEqual([404, 404])
    expect(await app.end()).toBe(0)
    expect(readdirSync(join(data, 'data'))).toContain('operator.db')
    expect(readdirSync(join(data, 'data'))).not.toContain('crashes')
  })

  it('makes backups on a thread of its own, out of the archive', async () => {
    const app = await startPackagedApp(installed, temporaryFolder())
    await app.page.getByText('Inbox').first().waitFor()
    const answers = await app.page.evaluate(async () => {
      // As above.
      const { invoke } = (window as unknown as { thanos: { invoke: Record<string, (input: unknown) => Promise<unknown>> } }).thanos
      return [await invoke['data:back-up']?.({ passphrase: 'correct horse' }), await invoke['data:verify']?.({})]
    })
    expect(answers).toMatchObject([
      { ok: true, value: { backup: { encrypted: true } } },
      { ok: true, value: { ok: true } },
    ])
    expect(await app.end()).toBe(0)
  })

  it('is no Node to run scripts with', async () => {
    const script = join(temporaryFolder(), 'script.cjs')
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(`${script}.ran`)}, '')`)
    const asApplication = ['--no-sandbox', '--disable-gpu', '--hidden']
    const attempts: readonly (readonly [readonly string[], NodeJS.ProcessEnv])[] = [
      // As Node it would know none of the application's switches.
      [[script], { ELECTRON_RUN_AS_NODE: '1' }],
      [[...asApplication, ...folderFlags(temporaryFolder())], { NODE_OPTIONS: `--require ${script}` }],
      [[...asApplication, '--require', script, ...folderFlags(temporaryFolder())], {}],
    ]
    const runs = attempts.map(
      async ([args, environment]) =>
        new Promise((resolve) => {
          // As long as the application itself needs to start several times over.
          const options = { timeout: 4_000, stdio: 'ignore', env: { ...process.env, ...environment } } as const
          spawn(join(installed, 'thanos-operator'), args, options).once('exit', resolve)
        }),
    )
    await Promise.all(runs)
    expect(() => readFileSync(`${script}.ran`)).toThrow('ENOENT')
  })

  it('opens no inspector', async () => {
    const app = await startPackagedApp(installed, temporaryFolder(), {}, ['--inspect=127.0.0.1:0'])
    await app.page.getByText('Inbox').first().waitFor()
    expect(app.output()).not.toContain('Debugger listening')
    expect(await app.end()).toBe(0)
  })
})
