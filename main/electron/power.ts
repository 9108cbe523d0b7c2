import type { Net, PowerMonitor } from 'electron'
import type { WakeReason } from '../operator/operator.ts'

export type PowerListener = {
  readonly onWake: (reason: WakeReason) => void
  readonly onSuspend: () => void
  readonly onShutdown: () => void
}

/** Electron tells the main process nothing of the network's coming and going, so it is looked at this often; the look costs microseconds. */
const networkLookMs = 15_000

/** Sleep, waking, unlocking and the network's return, told to the operator. The answer stops listening. */
export function watchPower(powerMonitor: PowerMonitor, net: Pick<Net, 'isOnline'>, listener: PowerListener): () => void {
  const resume = (): void => listener.onWake('resume')
  const unlock = (): void => listener.onWake('unlock')
  const shutdown = (): void => listener.onShutdown()
  powerMonitor.on('suspend', listener.onSuspend)
  powerMonitor.on('resume', resume)
  powerMonitor.on('unlock-screen', unlock)
  powerMonitor.on('shutdown', shutdown)
  let online = net.isOnline()
  const look = setInterval(() => {
    const wasOnline = online
    online = net.isOnline()
    if (online && !wasOnline) listener.onWake('network')
  }, networkLookMs)
  return () => {
    clearInterval(look)
    powerMonitor.removeListener('suspend', listener.onSuspend)
    powerMonitor.removeListener('resume', resume)
    powerMonitor.removeListener('unlock-screen', unlock)
    powerMonitor.removeListener('shutdown', shutdown)
  }
}
