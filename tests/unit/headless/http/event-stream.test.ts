import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEventStreams } from '../../../../main/headless/http/event-stream.ts'

/** A response whose other side never reads: whatever is written waits in it. */
function unread(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()))
}

function streams() {
  const all = createEventStreams()
  onTestFinished(() => all.close())
  return all
}

describe('the streams of events', () => {
  it('let go of a window that reads nothing, before much waits for it', () => {
    const all = streams()
    const deaf = unread()
    expect(all.open(deaf)).toBe(true)
    let most = 0
    for (let round = 0; round < 10_000 && !deaf.destroyed; round += 1) {
      all.send('changed', { topics: ['alerts'] })
      most = Math.max(most, deaf.writableLength)
    }
    expect(deaf.destroyed).toBe(true)
    expect(most).toBeLessThan(100_000)
  })

  it('are fifty at most', () => {
    const all = streams()
    const opened = Array.from({ length: 51 }, () => all.open(unread()))
    expect([opened.slice(0, 50).every(Boolean), opened[50]]).toEqual([true, false])
  })

  it('parse what goes out', () => {
    const all = streams()
    // The type refuses it as well; a mistake behind a cast must not reach a page.
    expect(() => all.send('changed', { topics: ['nonsense' as 'alerts'] })).toThrow()
  })
})
