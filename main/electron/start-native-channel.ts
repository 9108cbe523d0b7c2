import type { Channel, Message } from '../operator/host.ts'
import type { Operator } from '../operator/operator.ts'
import type { Destination } from './destination.ts'
import { createNativeChannel } from './native-channel.ts'
import { isServiceThere, runProgram } from './session-bus.ts'
import { hasNotificationButtons, makeSystemNotification, removeEarlierNotification } from './system-notification.ts'

const snoozeMs = 3_600_000

export type NativeChannelPlace = {
  readonly open: (destination: Destination) => void
  readonly withOperator: (action: (operator: Operator) => unknown) => void
  readonly sound: () => string
}

/** The native channel on this machine: a click opens the alert, a button acts on it as the window would. */
export function startNativeChannel({ open, withOperator, sound }: NativeChannelPlace): Channel {
  return createNativeChannel({
    make: makeSystemNotification,
    removeEarlier: removeEarlierNotification,
    look: async () => (process.platform === 'linux' ? isServiceThere('org.freedesktop.Notifications', runProgram) : { ok: true }),
    sound,
    hasButtons: hasNotificationButtons,
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds)
      return () => clearTimeout(timer)
    },
    onOpen: (message) => open({ screen: 'inbox', id: message.tells[0]?.alertId ?? null }),
    onAcknowledge: (message) => withOperator((operator) => operator.handlers['alerts:acknowledge'](idsOf(message))),
    onSnooze: (message) =>
      withOperator((operator) => operator.handlers['alerts:snooze']({ ...idsOf(message), until: Date.now() + snoozeMs })),
  })
}

function idsOf(message: Message): { ids: string[] } {
  return { ids: message.tells.map((telling) => telling.alertId) }
}
