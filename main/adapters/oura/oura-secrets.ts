/** The names under which Oura's secrets are kept. In a file of their own: to see whether Oura is connected must not load its client. */
export const ouraSecrets = {
  /** The pair from OAuth, as JSON. */
  pair: 'OURA_OAUTH_TOKENS',
  clientId: 'OURA_CLIENT_ID',
  clientSecret: 'OURA_CLIENT_SECRET',
} as const
