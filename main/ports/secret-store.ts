/** Where a secret can be found, shown instead of the secret itself. */
export type SecretPlace = 'keychain' | 'environment' | 'file' | 'none'

/** The operating system's keychain, or what stands in for it. Errors carry names, never values. */
export interface SecretStore {
  /** The value, from the keychain, then the environment; null where it is found nowhere. */
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<boolean>
  /** Where each name is found, without reading values out. */
  locate(name: string): Promise<SecretPlace>
  /** Whether secrets can be kept here, and why not. */
  available(): Promise<{ readonly ok: true; readonly place: 'keychain' | 'file' } | { readonly ok: false; readonly reason: string }>
}
