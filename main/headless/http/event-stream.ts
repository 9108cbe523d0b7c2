import type { ServerResponse } from 'node:http'
import type { EventName } from '../../../shared/ipc/channels.ts'
import { eventContract, type EventOf } from '../../../shared/ipc/events.ts'

/** A comment line so often keeps a tunnel or proxy from closing a quiet stream. */
const heartbeat = 25_000

/** Windows open at once, over all browsers. */
const mostStreams = 50

/** Bytes that may wait for one window. One that reads no more (a sleeping laptop behind a tunnel) connects again when it wakes, and reads everything anew. */
const mostWaiting = 64 * 1024

export type EventStreams = {
  /** Takes over the response until its browser goes; false where too many are open. */
  open(response: ServerResponse): boolean
  send<Name extends EventName>(name: Name, event: EventOf<Name>): void
  close(): void
}

/** Server-sent events to every open window. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>()
  const tell = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > mostWaiting) stream.destroy()
      else stream.write(text)
    }
  }
  const beat = setInterval(() => tell(':\n\n'), heartbeat)
  beat.unref()
  return {
    open(response) {
      if (streams.size >= mostStreams) return false
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      response.write(':\n\n')
      streams.add(response)
      response.on('close', () => streams.delete(response))
      return true
    },
    send(name, event) {
      tell(`event: ${name}\ndata: ${JSON.stringify(eventContract[name].parse(event))}\n\n`)
    },
    close() {
      clearInterval(beat)
      for (const stream of streams) stream.end()
    },
  }
}
