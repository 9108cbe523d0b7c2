import { z } from 'zod'
import { minute, second, type Instant } from '../../domain/instant.ts'
import { SourceError } from '../../domain/source-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ProcessLock } from '../../ports/process-lock.ts'
import type { SecretStore } from '../../ports/secret-store.ts'
import { refreshForm, type OAuthClient } from './oauth-request.ts'
import type { OuraCredentials } from './oura-source.ts'
import { ouraSecrets } from './oura-secrets.ts'
import { requestJson } from './request-json.ts'

const storedPair = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_at: z.number() })
type TokenPair = z.infer<typeof storedPair>

/** What the token endpoint answers; `expires_in` in seconds. */
const answeredPair = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number().positive() })

/** A token is renewed a minute before it expires. */
const margin = minute

/** A refresh is never cut short by the read that wanted it: its answer holds the only refresh token there is. */
const refreshPatience = 30 * second

export type OuraTokenOptions = {
  readonly secrets: Pick<SecretStore, 'get' | 'set'>
  readonly tokenUrl: string
  readonly client: () => Promise<OAuthClient | null>
  /** A token pasted by the owner or set in the environment; used where there is no pair. */
  readonly pasted: () => Promise<string | null>
  readonly lock: ProcessLock
  readonly clock: Clock
}

export interface OuraTokens extends OuraCredentials {
  /** Trades a form (a code, a refresh token) for a pair and stores it. Throws SourceError. */
  obtain(form: URLSearchParams): Promise<void>
}

/** Access tokens by OAuth. Refresh tokens work once: one refresh at a time on this machine, and the new pair is stored before it is used. */
export function createOuraTokens(options: OuraTokenOptions): OuraTokens {
  const { secrets, clock, lock } = options
  // Where storing failed, the pair waits here for the next try: the old one is worth nothing any more.
  let unsaved: TokenPair | null = null
  let refreshing: Promise<string> | null = null

  async function current(): Promise<TokenPair | null> {
    if (unsaved !== null) await save(unsaved)
    return parsePair(await secrets.get(ouraSecrets.pair))
  }

  async function save(pair: TokenPair): Promise<void> {
    unsaved = pair
    await secrets.set(ouraSecrets.pair, JSON.stringify(pair))
    unsaved = null
  }

  async function exchange(form: URLSearchParams): Promise<TokenPair> {
    const now = clock.now()
    const init = { method: 'POST', body: form, signal: AbortSignal.timeout(refreshPatience) }
    const answer = answeredPair.safeParse(await requestJson(new URL(options.tokenUrl), init, now).catch(refusedGrant))
    if (!answer.success) throw new SourceError('malformed', 'Oura answered the request for a token with something that makes no sense.')
    const { expires_in: seconds, ...tokens } = answer.data
    const pair = { ...tokens, expires_at: now + seconds * second }
    await save(pair)
    return pair
  }

  /** Alone on this machine, and only when nobody else has done it meanwhile. */
  async function refresh(isStale: (pair: TokenPair) => boolean): Promise<string> {
    return lock.alone(async () => {
      const pair = await current()
      if (pair === null) throw new SourceError('not_configured', 'Oura was disconnected meanwhile.')
      if (!isStale(pair)) return pair.access_token
      const client = await options.client()
      if (client === null)
        throw new SourceError(
          'unauthorized',
          'The access to Oura has expired, and OURA_CLIENT_ID is missing to renew it. Connect Oura again.',
        )
      return (await exchange(refreshForm(pair.refresh_token, client))).access_token
    }, refreshPatience)
  }

  function refreshOnce(isStale: (pair: TokenPair) => boolean): Promise<string> {
    refreshing ??= refresh(isStale).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  return {
    async token() {
      const pair = await current()
      if (pair === null) return options.pasted()
      return isFresh(pair, clock.now()) ? pair.access_token : refreshOnce((each) => !isFresh(each, clock.now()))
    },
    async renew(refused) {
      const pair = await current()
      return pair === null ? null : refreshOnce((each) => each.access_token === refused)
    },
    obtain: (form) => lock.alone(async () => void (await exchange(form)), refreshPatience),
  }
}

function isFresh(pair: TokenPair, now: Instant): boolean {
  return now < pair.expires_at - margin
}

function parsePair(text: string | null): TokenPair | null {
  if (text === null) return null
  try {
    return storedPair.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The token endpoint says 400 or 401 to a code or refresh token that is used up, expired or revoked. */
function refusedGrant(error: unknown): never {
  if (error instanceof SourceError && error.code !== 'malformed' && error.code !== 'unauthorized') throw error
  throw new SourceError('unauthorized', 'Oura did not accept the request for a token. Connect Oura again.', { cause: error })
}
