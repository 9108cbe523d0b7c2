/** What a button asks for. Done completes the task that the alert is about. */
export const buttonActions = ['acknowledge', 'snooze', 'done'] as const
export type ButtonAction = (typeof buttonActions)[number]

/** Telegram's limit for a button's data. */
const limit = 64

const letterOf: Readonly<Record<ButtonAction, string>> = { acknowledge: 'a', snooze: 's', done: 'd' }

/** A button carries the alert's id, never a task's: those may come from elsewhere and be of any length. Null where it does not fit. */
export function callbackData(action: ButtonAction, alertId: string): string | null {
  const data = `${letterOf[action]}:${alertId}`
  return Buffer.byteLength(data) <= limit ? data : null
}

export function parseCallbackData(data: string): { readonly action: ButtonAction; readonly alertId: string } | null {
  const action = buttonActions.find((each) => data.startsWith(`${letterOf[each]}:`))
  const alertId = data.slice(2)
  return action === undefined || alertId === '' ? null : { action, alertId }
}
