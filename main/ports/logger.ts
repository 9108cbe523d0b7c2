export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** One line an event; levels in their usual meaning. Secrets are redacted by the adapter, by construction. */
export interface Logger {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warning(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** A log that is told each secret as it is read, and shows none of them from then on. */
export interface RedactingLogger extends Logger {
  addSecret(value: string): void
}
