import { spawn } from 'node:child_process'

export type Notified = { readonly title: string; readonly body: string; readonly urgency: number }

export type NotificationWatch = {
  readonly seen: () => readonly Notified[]
  /** How many were taken back. */
  readonly withdrawn: () => number
  readonly stop: () => void
}

/** Listens on the session bus to what is really sent to the desktop. */
export async function watchNotifications(): Promise<NotificationWatch> {
  const monitor = spawn(
    'dbus-monitor',
    ['Notify', 'CloseNotification'].map((member) => `interface='org.freedesktop.Notifications',member='${member}'`),
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let text = ''
  monitor.stdout.setEncoding('utf8')
  // It speaks of itself first; from then on it listens.
  await new Promise<void>((resolve, reject) => {
    monitor.once('error', reject)
    monitor.stdout.on('data', (chunk: string) => {
      text += chunk
      resolve()
    })
  })
  return {
    seen: () =>
      text
        .split('member=Notify\n')
        .slice(1)
        .map((call) => {
          // app name, icon, title, body come first, in this order.
          const words = [...call.matchAll(/^ {3}string "([^]*?)"\n/gm)].map((match) => match[1] ?? '')
          return {
            title: words[2] ?? '',
            body: words[3] ?? '',
            urgency: Number(/string "urgency"\s+variant\s+byte (\d)/.exec(call)?.[1] ?? -1),
          }
        }),
    withdrawn: () => text.split('member=CloseNotification\n').length - 1,
    stop: () => monitor.kill(),
  }
}
