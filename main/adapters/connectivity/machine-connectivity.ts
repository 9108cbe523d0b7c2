import type { Connectivity } from '../../ports/connectivity.ts'

/** Addresses reserved for documentation: nobody is there, and nothing is sent. */
const anywhere = [
  { family: 'udp4', address: '192.0.2.1' },
  { family: 'udp6', address: '2001:db8::1' },
] as const

/**
 * Asks the system's routing table whether there is a way out: connecting a datagram socket chooses a route and sends nothing, so no
 * server learns that this machine exists. A network that leads nowhere (a captive portal) passes for online; then the source is blamed,
 * which the breaker takes back by itself. Asking a public server instead would tell it about every outage.
 */
export function createMachineConnectivity(): Connectivity {
  return {
    async isOnline() {
      const routes = await Promise.all(anywhere.map(({ family, address }) => hasRoute(family, address)))
      return routes.includes(true)
    },
  }
}

async function hasRoute(family: 'udp4' | 'udp6', address: string): Promise<boolean> {
  // Wanted after a failure only.
  const { createSocket } = await import('node:dgram')
  const socket = createSocket(family)
  try {
    return await new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false))
      socket.once('connect', () => resolve(true))
      // Port 9, discard: only the route is looked up.
      socket.connect(9, address)
    })
  } finally {
    socket.close()
  }
}
