import { describe, expect, it } from 'vitest'
import { createHttpSwitch } from '../../../../main/headless/http/http-switch.ts'
import type { HttpServer } from '../../../../main/headless/http/http-server.ts'

/** A switch over servers that only write down what becomes of them; port 1 cannot be had. */
function recorded() {
  const events: string[] = []
  const http = createHttpSwitch((port) => {
    if (port === 1) return Promise.reject(new Error('taken'))
    events.push(`open ${port}`)
    const server: HttpServer = {
      port,
      tokenFile: '',
      oneTimeLink: () => `link ${port}`,
      close: () => {
        events.push(`close ${port}`)
        return Promise.resolve()
      },
    }
    return Promise.resolve(server)
  })
  return { events, http }
}

describe('the HTTP server as configured', () => {
  it('is off unless asked for', async () => {
    const { events, http } = recorded()
    await http.apply({ enabled: false, port: 8765 })
    expect([events, http.isServing(), http.oneTimeLink()]).toEqual([[], false, null])
  })

  it('goes on, moves to another port and goes off as the settings say, and stays where they say the same', async () => {
    const { events, http } = recorded()
    const on = { enabled: true, port: 8765 }
    await http.apply(on)
    await http.apply(on)
    expect([events, http.isServing(), http.oneTimeLink()]).toEqual([['open 8765'], true, 'link 8765'])
    await http.apply({ enabled: true, port: 9000 })
    await http.apply({ enabled: false, port: 9000 })
    expect([events, http.isServing()]).toEqual([['open 8765', 'close 8765', 'open 9000', 'close 9000'], false])
  })

  it('takes changes one after another, the last one holding', async () => {
    const { events, http } = recorded()
    await Promise.all([2, 3, 4].map((port) => http.apply({ enabled: true, port })))
    expect(events).toEqual(['open 2', 'close 2', 'open 3', 'close 3', 'open 4'])
    expect(http.oneTimeLink()).toBe('link 4')
  })

  it('serves nothing where the port cannot be had, and tries again when asked again', async () => {
    const { events, http } = recorded()
    await http.apply({ enabled: true, port: 2 })
    await expect(http.apply({ enabled: true, port: 1 })).rejects.toThrow('taken')
    expect(http.isServing()).toBe(false)
    await expect(http.apply({ enabled: true, port: 1 })).rejects.toThrow('taken')
    await http.apply({ enabled: true, port: 2 })
    expect(events).toEqual(['open 2', 'close 2', 'open 2'])
  })

  it('is off for good when closed', async () => {
    const { events, http } = recorded()
    await http.apply({ enabled: true, port: 2 })
    await http.close()
    expect([events, http.isServing()]).toEqual([['open 2', 'close 2'], false])
  })
})
