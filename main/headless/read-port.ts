import { UsageError } from './usage-error.ts'

/** What --port said. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${text} is no port. Write a whole number from 0 to 65535.`)
  return port
}
