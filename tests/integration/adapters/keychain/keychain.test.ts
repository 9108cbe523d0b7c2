import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKeychain } from '../../../../main/adapters/keychain/keychain.ts'
import { createSecretStore } from '../../../../main/adapters/keychain/secret-store.ts'
import { secretsFile } from '../../../../main/adapters/keychain/secrets-file.ts'
import { realClock } from '../../../support/real-clock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const noKeychain = async () => ({ ok: false, reason: 'There is no keychain.' }) as const

describe.skipIf(process.env['ELECTRON_RIG'] === undefined && process.env['THANOS_TEST_KEYCHAIN'] === undefined)(
  'the Secret Service (skipped: needs a session with an unlocked keychain of its own)',
  () => {
    it('keeps, gives, finds and forgets a secret', async () => {
      const store = createSecretStore({
        openKeychain: () => openKeychain(realClock, process.env, process.platform),
        file: secretsFile(join(temporaryFolder(), 'secrets.json')),
        environment: { OURA_TEST_SECRET: 'from the environment' },
      })
      expect(await store.available()).toEqual({ ok: true, place: 'keychain' })
      await store.set('OURA_TEST_SECRET', 'planted-secret ✓')
      expect([await store.get('OURA_TEST_SECRET'), await store.locate('OURA_TEST_SECRET')]).toEqual(['planted-secret ✓', 'keychain'])
      expect(await store.delete('OURA_TEST_SECRET')).toBe(true)
      expect([await store.get('OURA_TEST_SECRET'), await store.delete('OURA_TEST_SECRET')]).toEqual(['from the environment', false])
    })
  },
)

describe('a machine without a keychain', () => {
  it('is recognized by its missing session bus, without a wait', async () => {
    const folder = temporaryFolder()
    expect(await openKeychain(realClock, { PATH: process.env['PATH'], XDG_RUNTIME_DIR: folder }, 'linux')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('D-Bus'),
    })
  })

  it.skipIf(process.platform !== 'linux')('is recognized by a bus that nobody answers on, or never', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'bin'))
    const tool = join(folder, 'bin', 'gdbus')
    const environment = { PATH: `${join(folder, 'bin')}:/bin:/usr/bin`, DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'nobody')}` }
    for (const script of ['exit 1', 'while :; do :; done', 'case "$*" in *HasOwner*) echo "(false,)";; *) exit 1;; esac']) {
      writeFileSync(tool, `#!/bin/sh\n${script}\n`)
      chmodSync(tool, 0o755)
      expect(await openKeychain(realClock, environment, 'linux')).toMatchObject({ ok: false, reason: expect.stringMatching(/bus/) })
    }
  })

  it('reads the environment and writes nowhere until the owner has agreed to a file', async () => {
    const path = join(temporaryFolder(), 'secrets.json')
    const store = createSecretStore({ openKeychain: noKeychain, file: secretsFile(path), environment: { FROM_OUTSIDE: 'yes', EMPTY: '' } })
    expect([
      await store.get('FROM_OUTSIDE'),
      await store.locate('FROM_OUTSIDE'),
      await store.get('EMPTY'),
      await store.get('__proto__'),
    ]).toEqual(['yes', 'environment', null, null])
    await expect(store.set('OURA_ACCESS_TOKEN', 'planted')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('There is no keychain.'),
    })
    expect(await store.available()).toEqual({ ok: false, reason: 'There is no keychain.' })
    await store.allowFile()
    await store.set('OURA_ACCESS_TOKEN', 'planted')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect([await store.get('OURA_ACCESS_TOKEN'), await store.locate('OURA_ACCESS_TOKEN'), await store.available()]).toEqual([
      'planted',
      'file',
      { ok: true, place: 'file' },
    ])
    expect([await store.delete('OURA_ACCESS_TOKEN'), await store.get('OURA_ACCESS_TOKEN')]).toEqual([true, null])
  })

  it('tells whoever keeps the log of each value, when it is set and when it is read, before it can turn up anywhere', async () => {
    const path = join(temporaryFolder(), 'secrets.json')
    const learned: string[] = []
    const open = () =>
      createSecretStore({
        openKeychain: noKeychain,
        file: secretsFile(path),
        environment: { FROM_OUTSIDE: 'planted-2' },
        learned: (value) => learned.push(value),
      })
    await open().allowFile()
    await open().set('OURA_ACCESS_TOKEN', 'planted-1')
    expect(learned).toEqual(['planted-1'])
    await open().get('OURA_ACCESS_TOKEN')
    await open().get('FROM_OUTSIDE')
    expect(learned).toEqual(['planted-1', 'planted-1', 'planted-2'])
  })

  it('takes back rights that others were given to the file, and says when it cannot be read', async () => {
    const path = join(temporaryFolder(), 'secrets.json')
    writeFileSync(path, '{"A":"b"}', { mode: 0o644 })
    expect(secretsFile(path).get('A')).toBe('b')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    writeFileSync(path, 'planted')
    expect(() => secretsFile(path).get('A')).toThrow(/cannot be read/)
    try {
      secretsFile(path).get('A')
    } catch (error) {
      expect(String(error)).not.toContain('planted')
    }
  })
})

describe('a keychain', () => {
  it('comes before the environment, and a file before that is left alone', async () => {
    const values = new Map<string, string>([['A', 'kept']])
    const keychain = {
      get: async (name: string) => values.get(name) ?? null,
      set: async (name: string, value: string) => void values.set(name, value),
      delete: async (name: string) => values.delete(name),
    }
    const path = join(temporaryFolder(), 'secrets.json')
    const store = createSecretStore({
      openKeychain: async () => keychain,
      file: secretsFile(path),
      environment: { A: 'outside', B: 'outside' },
    })
    expect([await store.get('A'), await store.get('B'), await store.locate('C')]).toEqual(['kept', 'outside', 'none'])
    await store.set('B', 'kept too')
    expect(values.get('B')).toBe('kept too')
    await expect(store.set('B', '')).rejects.toMatchObject({ code: 'wrong_use' })
    await expect(store.set('not a name', 'x')).rejects.toMatchObject({ code: 'wrong_use' })
    await store.allowFile()
    expect(secretsFile(path).exists()).toBe(false)
  })
})
