/**
 * What the owner can do from afar. Each answers with plain text for a person, and throws OperatorError where it cannot be done,
 * whose message is shown. `reference` is what the owner typed: a number of the list last shown, an id, or words of a title.
 */
export interface OwnerActions {
  acknowledge(alertId: string): Promise<string>
  /** `when` as in `thanos alerts snooze`: 2h, 30m, tomorrow 9:00. */
  snooze(alertId: string, when: string): Promise<string>
  /** Completes the task that an alert is about. */
  completeTaskOf(alertId: string): Promise<string>
  /** `key` is the same when the same thought comes again after a crash: it is kept once. */
  capture(text: string, key: string): Promise<string>
  status(): Promise<string>
  alerts(): Promise<string>
  tasks(): Promise<string>
  health(): Promise<string>
  completeTask(reference: string): Promise<string>
  snoozeAlert(reference: string, when: string): Promise<string>
}
