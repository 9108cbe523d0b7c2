import type { LogFields, Logger } from '../../main/ports/logger.ts'

/** A log kept in memory. */
export class RecordedLog implements Logger {
  readonly lines: { readonly level: string; readonly event: string; readonly fields: LogFields }[] = []

  debug = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'debug', event, fields })
  info = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'info', event, fields })
  warning = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'warning', event, fields })
  error = (event: string, fields: LogFields = {}) => void this.lines.push({ level: 'error', event, fields })
}
