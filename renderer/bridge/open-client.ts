import type { Client } from './client.ts'
import { desktopClient } from './desktop-client.ts'
import { httpClient } from './http-client.ts'

/** Inside the desktop app the preload's bridge, in a browser the HTTP stand-in. */
export function openClient(page: Window): Client {
  if (page.thanos !== undefined) return desktopClient(page.thanos)
  return httpClient(page.fetch.bind(page), () => new EventSource('/api/events'))
}
