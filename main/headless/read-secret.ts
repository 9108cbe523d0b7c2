import type { CommandContext } from './context.ts'
import { UsageError } from './usage-error.ts'

/**
 * A secret comes on standard input: among the arguments every program on this machine could read it. At a terminal it is not shown while it is typed, and so
 * stays out of what can be scrolled back to.
 */
export async function readSecret(
  name: string,
  { output, read, readHidden }: Pick<CommandContext, 'output' | 'read' | 'readHidden'>,
): Promise<string> {
  // Listening before it asks: from the first word on, nothing typed is shown.
  const reading = readHidden === null ? read('-') : readHidden()
  if (readHidden !== null) output.note(`Paste ${name}, then press Enter. It is not shown.`)
  const given = await reading
  if (given === null) throw new UsageError(`Called off: ${name} stays as it was.`)
  const value = given.trim()
  if (value === '') throw new UsageError(`Nothing came on standard input: ${name} stays as it was.`)
  return value
}
