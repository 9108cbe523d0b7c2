import type { SecretStore } from '../ports/secret-store.ts'

export const secretPattern = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/

/** The name in `${NAME}`; null for any other text. */
export function secretName(text: string): string | null {
  return secretPattern.exec(text)?.[1] ?? null
}

/**
 * What a configured text stands for: itself, or for `${NAME}` what the secret store keeps under that name.
 * Null where nothing is configured or the name is found nowhere: the source or channel counts as not configured.
 */
export async function resolveReference(text: string | null, secrets: Pick<SecretStore, 'get'>): Promise<string | null> {
  if (text === null) return null
  const name = secretName(text)
  return name === null ? text : secrets.get(name)
}
