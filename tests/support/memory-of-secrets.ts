import type { SecretStore } from '../../main/ports/secret-store.ts'

/** A keychain in this process. `broken` makes writing fail, as a locked keychain does. */
export class MemoryOfSecrets implements SecretStore {
  readonly values = new Map<string, string>()
  broken = false

  constructor(values: Readonly<Record<string, string>> = {}) {
    for (const [name, value] of Object.entries(values)) this.values.set(name, value)
  }

  async get(name: string) {
    return this.values.get(name) ?? null
  }

  async set(name: string, value: string) {
    if (this.broken) throw new Error('The keychain is locked.')
    this.values.set(name, value)
  }

  async delete(name: string) {
    return this.values.delete(name)
  }

  async locate(name: string) {
    return this.values.has(name) ? ('keychain' as const) : ('none' as const)
  }

  async available() {
    return { ok: true, place: 'keychain' } as const
  }
}
