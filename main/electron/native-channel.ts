import type { Channel, DeliveryResult, Message } from '../operator/host.ts'
import { words } from './words.ts'

/** One notification of the system, as Electron's class and a test's stand-in both offer it. */
export type SystemNotification = {
  readonly onShown: (listener: () => void) => void
  readonly onFailed: (listener: (reason: string) => void) => void
  readonly onClick: (listener: () => void) => void
  readonly onAction: (listener: (index: number) => void) => void
  readonly show: () => void
  readonly close: () => void
}

export type NotificationContent = {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly urgent: boolean
  readonly sound: string
  /** Labels of buttons, in order; a system without buttons leaves them out. */
  readonly actions: readonly string[]
}

export type NativeChannelOptions = {
  readonly make: (content: NotificationContent) => SystemNotification
  /** Takes back what an earlier run of the application showed; false where the system cannot. */
  readonly removeEarlier: (id: string) => boolean
  /** Whether showing one is safe: see session-bus.ts. */
  readonly look: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>
  readonly sound: () => string
  readonly hasButtons: boolean
  /** Calls back after so many milliseconds; the answer cancels. */
  readonly after: (milliseconds: number, action: () => void) => () => void
  readonly onOpen: (message: Message) => void
  readonly onAcknowledge: (message: Message) => void
  readonly onSnooze: (message: Message) => void
}

/** Neither shown nor failed by then: the system has swallowed it. */
const confirmationMs = 5_000
/** Handles kept for withdrawing. Older ones fall away: a click on them no longer leads anywhere, as after a restart. */
const kept = 200

/** Notifications of the operating system. A receipt is the message's own key, so that a repeat replaces what it repeats. */
export function createNativeChannel(options: NativeChannelOptions): Channel {
  const shown = new Map<string, SystemNotification>()
  const forget = (id: string): boolean => {
    const earlier = shown.get(id)
    shown.delete(id)
    earlier?.close()
    return earlier !== undefined
  }
  const remember = (id: string, notification: SystemNotification): void => {
    shown.set(id, notification)
    const oldest = shown.keys().next()
    if (shown.size > kept && oldest.done !== true) shown.delete(oldest.value)
  }
  const tell = async (id: string, message: Message, signal: AbortSignal): Promise<DeliveryResult> => {
    const place = await options.look()
    if (!place.ok) return { outcome: 'retry', reason: place.reason, afterMs: null }
    if (signal.aborted) return { outcome: 'retry', reason: 'stopped before it was shown', afterMs: null }
    forget(id)
    const notification = options.make(contentOf(id, message, options))
    notification.onClick(() => options.onOpen(message))
    notification.onAction((index) => (index === 0 ? options.onAcknowledge(message) : options.onSnooze(message)))
    remember(id, notification)
    const result = await confirmation(notification, options.after)
    if (result.outcome !== 'delivered') forget(id)
    return result.outcome === 'delivered' ? { outcome: 'delivered', receipt: id } : result
  }
  return {
    name: 'native',
    // Rewriting one would mean showing it again: what is over is taken away instead.
    abilities: { buttons: options.hasButtons, edit: false, withdraw: true },
    deliver: (message, { deduplicationKey, signal }) => tell(deduplicationKey, message, signal),
    withdraw: (receipt) => {
      const gone = forget(receipt) || options.removeEarlier(receipt)
      return Promise.resolve(gone ? { outcome: 'delivered', receipt } : { outcome: 'rejected', reason: 'shown before the last start' })
    },
    close: () => {
      shown.clear()
      return Promise.resolve()
    },
  }
}

function contentOf(id: string, message: Message, options: NativeChannelOptions): NotificationContent {
  // Only what is about alerts can be acknowledged; a test or the day's debrief cannot.
  const actionable = options.hasButtons && message.tells.length > 0
  return {
    id,
    title: message.title,
    body: message.body,
    urgent: message.severity === 'critical',
    sound: options.sound(),
    actions: actionable ? [words.acknowledge, words.snooze] : [],
  }
}

/** isSupported() says yes where nothing is ever shown, so only the event counts. */
function confirmation(notification: SystemNotification, after: NativeChannelOptions['after']): Promise<DeliveryResult> {
  return new Promise((resolve) => {
    const cancel = after(confirmationMs, () =>
      resolve({ outcome: 'retry', reason: 'the system did not say that it was shown', afterMs: null }),
    )
    const end = (result: DeliveryResult): void => {
      cancel()
      resolve(result)
    }
    notification.onShown(() => end({ outcome: 'delivered', receipt: null }))
    notification.onFailed((reason) => end({ outcome: 'retry', reason: `the system refused: ${reason}`, afterMs: null }))
    notification.show()
  })
}
