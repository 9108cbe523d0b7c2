import type { EventName } from '../../shared/ipc/channels.ts'
import type { Envelope, OutputOf } from '../../shared/ipc/contract.ts'
import type { EventOf } from '../../shared/ipc/events.ts'
import { bridgeStrings } from './strings.ts'
import type { Client } from './client.ts'
import { Refused } from './refused.ts'

/** The part of EventSource that is used: a test gives its own. */
export type EventStream = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/**
 * The stand-in for a browser: `POST /api/<channel>` with a JSON body, answers in the same envelope, events as server-sent events.
 * The header is the cross-site guard: a form or an image on another page cannot send it.
 */
export function httpClient(send: typeof fetch, openStream: () => EventStream): Client {
  // Opened once, on the first listener: a page that only asks needs no stream.
  let stream: EventStream | null = null
  const events = () => (stream ??= openStream())
  return {
    call: async (name, input) => {
      const response = await send(`/api/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Thanos-Request': '1' },
        body: JSON.stringify(input),
      }).catch((cause: unknown) => {
        throw new Refused('unreachable', bridgeStrings.unreachable, { cause })
      })
      if (response.status === 401) throw new Refused('unauthorized', bridgeStrings.unauthorized)
      // The server parsed this against the same contract before sending it.
      const answer = (await response.json().catch((cause: unknown) => {
        throw new Refused('malformed', bridgeStrings.malformed(response.status), { cause })
      })) as Envelope<OutputOf<typeof name>>
      if (!answer.ok) throw new Refused(answer.error.code, answer.error.message)
      return answer.value
    },
    on: (name, listener) => subscribe(events(), name, listener),
    onConnection: (listener) => {
      const source = events()
      const up = () => listener(true)
      const down = () => listener(false)
      source.addEventListener('open', up)
      source.addEventListener('error', down)
      return () => {
        source.removeEventListener('open', up)
        source.removeEventListener('error', down)
      }
    },
  }
}

function subscribe<Name extends EventName>(source: EventStream, name: Name, listener: (event: EventOf<Name>) => void): () => void {
  const receive = (message: Event) => {
    // Parsed by the server against the event contract before sending.
    if (message instanceof MessageEvent) listener(JSON.parse(String(message.data)) as EventOf<Name>)
  }
  source.addEventListener(name, receive)
  return () => source.removeEventListener(name, receive)
}
