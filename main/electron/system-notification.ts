import { Notification } from 'electron'
import type { NotificationContent, SystemNotification } from './native-channel.ts'

/** Linux hands its markup to whoever shows it: text from outside stays text. */
function plain(text: string): string {
  return process.platform === 'linux' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}

export function makeSystemNotification(content: NotificationContent): SystemNotification {
  const notification = new Notification({
    id: content.id,
    title: content.title,
    body: plain(content.body),
    silent: content.sound === 'none',
    urgency: content.urgent ? 'critical' : 'normal',
    timeoutType: content.urgent ? 'never' : 'default',
    actions: content.actions.map((text) => ({ type: 'button', text })),
    ...(content.sound === 'default' || content.sound === 'none' ? {} : { sound: content.sound }),
  })
  return {
    onShown: (listener) => notification.once('show', listener),
    onFailed: (listener) => notification.once('failed', (_event, reason) => listener(reason)),
    onClick: (listener) => notification.on('click', listener),
    // Electron before 40 gave the index as the second argument alone.
    onAction: (listener) => notification.on('action', (details, index: number | undefined) => listener(details.actionIndex ?? index ?? 0)),
    show: () => notification.show(),
    close: () => notification.close(),
  }
}

/** Of an earlier run: only macOS remembers them for us, and only newer Electrons offer it. */
export function removeEarlierNotification(id: string): boolean {
  if (process.platform !== 'darwin' || !('remove' in Notification)) return false
  Notification.remove(id)
  return true
}

/** The systems that draw buttons from Electron's own options. */
export const hasNotificationButtons = process.platform === 'darwin' || process.platform === 'win32'
