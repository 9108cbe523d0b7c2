/** Each code is one kind of trouble that somebody can do something about; hosts map it to an exit status or a message. */
export const operatorErrorCodes = [
  'wrong_use',
  'not_found',
  'configuration_invalid',
  'held_by_another',
  'database_damaged',
  'database_newer',
  'not_our_database',
  'disk_full',
  'read_only',
  'malformed_input',
  'refused',
  'stopped',
  'failed',
] as const

export type OperatorErrorCode = (typeof operatorErrorCodes)[number]

/** The message says what happened, why, and what to do, in words for a person. */
export class OperatorError extends Error {
  readonly code: OperatorErrorCode

  constructor(code: OperatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OperatorError'
    this.code = code
  }
}
