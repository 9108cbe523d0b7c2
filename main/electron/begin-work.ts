import { app, dialog } from 'electron'
import { OperatorError, type Logger } from '../operator/host.ts'
import type { Operator } from '../operator/operator.ts'
import { words } from './words.ts'

/** How often a desktop that another process keeps from working looks whether it has gone. */
const lookAgainMs = 60_000

/**
 * Opens the operator and sets it to work. Where a headless process works on the same data, the windows show what it does, and this one
 * takes over when it ends. What a person has to mend first is said in a dialog, and the application ends.
 */
export async function beginWork(openOperator: () => Promise<Operator>, logger: Logger): Promise<Operator> {
  try {
    const operator = await openOperator()
    await startOrWait(operator, logger)
    return operator
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    logger.error('start_refused', { code: error.code, reason: error.message })
    process.stderr.write(`${error.message}\n`)
    // A process without a terminal has nobody to read that line.
    if (!process.stderr.isTTY) dialog.showErrorBox(words.cannotStart, error.message)
    app.exit(error.code === 'configuration_invalid' ? 3 : 1)
    return new Promise(() => undefined)
  }
}

async function startOrWait(operator: Operator, logger: Logger): Promise<void> {
  try {
    await operator.start()
  } catch (error) {
    if (!(error instanceof OperatorError) || error.code !== 'held_by_another') throw error
    logger.warning('waiting_for_another', { reason: error.message })
    setTimeout(() => void startOrWait(operator, logger), lookAgainMs).unref()
  }
}
