import type { OwnerActions } from '../../main/ports/owner-actions.ts'

/** Actions that say what they were asked for and keep it. */
export class RecordedActions implements OwnerActions {
  readonly asked: string[] = []
  fail: Error | null = null

  acknowledge = (alertId: string) => this.#note(`acknowledge ${alertId}`)
  snooze = (alertId: string, when: string) => this.#note(`snooze ${alertId} ${when}`)
  completeTaskOf = (alertId: string) => this.#note(`complete the task of ${alertId}`)
  capture = (text: string, key: string) => this.#note(`capture ${text} as ${key}`)
  status = () => this.#note('status')
  alerts = () => this.#note('alerts')
  tasks = () => this.#note('tasks')
  health = () => this.#note('health')
  completeTask = (reference: string) => this.#note(`complete ${reference}`)
  snoozeAlert = (reference: string, when: string) => this.#note(`snooze alert ${reference} ${when}`)

  async #note(what: string): Promise<string> {
    if (this.fail !== null) throw this.fail
    this.asked.push(what)
    return `Done: ${what}.`
  }
}
