import type { CommandContext } from './context.ts'
import { UsageError } from './usage-error.ts'

/** A secret comes on standard input: among the arguments every program on this machine could read it. */
export async function readSecret(name: string, { output, read }: Pick<CommandContext, 'output' | 'read'>): Promise<string> {
  output.note(`Paste ${name}, then press Enter and Ctrl+D (or pipe it in).`)
  const value = (await read('-')).trim()
  if (value === '') throw new UsageError(`Nothing came on standard input: ${name} stays as it was.`)
  return value
}
