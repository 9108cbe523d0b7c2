import { assertNever } from '../../domain/assert-never.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { OwnerActions } from '../../ports/owner-actions.ts'
import type { ButtonAction } from './callback-data.ts'
import type { Command, Intent } from './updates.ts'

export type Answer =
  | { readonly to: 'chat'; readonly chat: number; readonly text: string }
  | { readonly to: 'button'; readonly queryId: string; readonly text: string }

const help = `Anything you write is kept as a capture.
/status: what the operator sees
/alerts: open alerts
/tasks: what is due
/done NUMBER or words: complete a task
/snooze NUMBER 2h: snooze an alert
/health: readiness and sleep`

/**
 * Does what was asked and says what became of it. What cannot be done is an answer too; only a capture that could not be kept throws,
 * so that it is asked of Telegram again instead of being lost.
 */
export async function answerIntent(intent: Intent, actions: OwnerActions): Promise<Answer | null> {
  switch (intent.kind) {
    case 'press':
      return { to: 'button', queryId: intent.queryId, text: await said(() => press(intent.action, intent.alertId, actions)) }
    case 'unknown_button':
      return { to: 'button', queryId: intent.queryId, text: 'This button is from another version.' }
    case 'capture':
      return { to: 'chat', chat: intent.chat, text: await actions.capture(intent.text, intent.key) }
    case 'command':
      return { to: 'chat', chat: intent.chat, text: await said(() => run(intent.command, intent.argument, actions)) }
    case 'too_old':
      return {
        to: 'chat',
        chat: intent.chat,
        text: `Too old: "${intent.text}" was sent more than 10 minutes ago. Send it again if it still holds.`,
      }
    case 'unknown_command':
      return { to: 'chat', chat: intent.chat, text: `There is no such command. ${help}` }
    case 'no_text':
      return { to: 'chat', chat: intent.chat, text: 'Only text can be kept.' }
    case 'stranger':
    case 'nothing':
      return null
    default:
      return assertNever(intent)
  }
}

async function said(work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperatorError) return error.message
    throw error
  }
}

function press(action: ButtonAction, alertId: string, actions: OwnerActions): Promise<string> {
  switch (action) {
    case 'acknowledge':
      return actions.acknowledge(alertId)
    case 'snooze':
      return actions.snooze(alertId, '1h')
    case 'done':
      return actions.completeTaskOf(alertId)
    default:
      return assertNever(action)
  }
}

function run(command: Command, argument: string, actions: OwnerActions): Promise<string> {
  switch (command) {
    case 'status':
      return actions.status()
    case 'alerts':
      return actions.alerts()
    case 'tasks':
      return actions.tasks()
    case 'health':
      return actions.health()
    case 'done':
      return argument === ''
        ? Promise.resolve('Which one? /done NUMBER, from /tasks, or words of its title.')
        : actions.completeTask(argument)
    case 'snooze': {
      const [reference = '', ...when] = argument.split(/\s+/)
      if (reference === '') return Promise.resolve('Which one? /snooze NUMBER 2h, with the number from /alerts.')
      return actions.snoozeAlert(reference, when.length === 0 ? '1h' : when.join(' '))
    }
    case 'help':
      return Promise.resolve(help)
    default:
      return assertNever(command)
  }
}
