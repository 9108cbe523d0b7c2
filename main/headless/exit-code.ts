import type { ExitCode } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The exit status that an error means. The operator's own errors are told by their code: see main/domain/operator-error.ts. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return 2
  if (!(error instanceof Error) || !('code' in error)) return 1
  if (error.code === 'wrong_use') return 2
  return error.code === 'configuration_invalid' ? 3 : 1
}

/** What is said of an error: its message, and of one that nobody foresaw that it is a fault of the program. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return `Something went wrong: ${String(error)}`
  const isForeseen = error instanceof UsageError || error.name === 'OperatorError' || error.name === 'SourceError'
  return isForeseen ? error.message : `Something went wrong: ${error.message}. Run it with --verbose to see where.`
}
