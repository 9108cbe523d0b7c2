import type { Api, ApiClientOptions } from 'grammy'

export type TelegramSettings = {
  readonly token: string
  readonly chatId: string
  /** Where the Bot API lives, e.g. https://api.telegram.org. */
  readonly apiRoot: string
}

type ApiFetch = NonNullable<ApiClientOptions['fetch']>

/** What grammY hands to its `fetch`, as far as it is used here: JSON and a polyfilled signal, which Node's own fetch does not take. */
type ApiRequest = { readonly body: string; readonly signal: Pick<AbortSignal, 'aborted' | 'addEventListener'> }

/**
 * Node's own fetch instead of the node-fetch that grammY brings: that one never notices a connection dropped in the middle of an answer,
 * and the message would hang until the minute's timeout.
 */
async function fetchByNode(url: string, { body, signal }: ApiRequest): Promise<Response> {
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: controller.signal, redirect: 'error' })
}

/** grammY is read from disk when the first message goes out, not when the operator starts. Its own retries and plugins are not used. */
export function lazyTelegramApi({ token, apiRoot }: Pick<TelegramSettings, 'token' | 'apiRoot'>): () => Promise<Api> {
  let api: Promise<Api> | undefined
  return () => {
    api ??= import('grammy').then(({ Api }) => {
      // node-fetch's types differ from the standard's in parts that grammY does not use.
      const options = { apiRoot: apiRoot.replace(/\/+$/, ''), timeoutSeconds: 60, fetch: fetchByNode as unknown as ApiFetch }
      return new Api(token, options)
    })
    return api
  }
}
