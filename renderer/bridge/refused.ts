/** The operator's answer was no, or there was no answer. `message` is words for a person. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What to show for anything thrown by a call. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
