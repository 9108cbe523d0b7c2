import { ouraSecrets } from '../adapters/oura/oura-secrets.ts'
import { secretName } from '../config/secret-reference.ts'
import type { Configuration } from '../config/schema.ts'
import type { SourceName } from '../domain/source-state.ts'

/** What the usual names are for; another name that the configuration uses is simply one of those. */
const purposes: Readonly<Record<string, string>> = {
  OURA_ACCESS_TOKEN: 'Oura: an access token, pasted',
  [ouraSecrets.pair]: 'Oura: the access granted in the browser',
  [ouraSecrets.clientId]: 'Oura: the id of the application registered with Oura',
  [ouraSecrets.clientSecret]: 'Oura: the secret of that application, where it has one',
  WORKOS_DATABASE_URL: 'The tasks database: its address, with the password',
  TELEGRAM_BOT_TOKEN: 'Telegram: the token of the bot',
  TELEGRAM_CHAT_ID: 'Telegram: the chat to write to',
  SMTP_PASSWORD: 'E-mail: the password of the mail server',
  NTFY_TOKEN: 'Push: the token of the ntfy server',
  WEBHOOK_SECRET: 'Webhook: what its messages are signed with',
  ANTHROPIC_API_KEY: 'Claude: the key of the API',
}

export function purposeOf(name: string): string {
  return purposes[name] ?? 'named in the configuration'
}

/** Every name that the configuration asks for, and what Oura's browser login needs, without repeats. */
export function knownSecrets(configuration: Configuration): readonly string[] {
  return [...new Set([...namesIn(configuration), ...Object.values(ouraSecrets)])]
}

/** The names a source is read with. */
export function secretsOf(name: SourceName, { sources }: Configuration): readonly string[] {
  switch (name) {
    case 'oura':
      return [...new Set([...namesIn(sources.oura), ...Object.values(ouraSecrets)])]
    case 'workos':
      return [...new Set(namesIn(sources.workos))]
    case 'state_files':
      return []
  }
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [secretName(value)].filter((name) => name !== null)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : []
}
