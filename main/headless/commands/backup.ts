import type { Command } from '../command.ts'
import { readSecret } from '../read-secret.ts'
import { table } from '../table.ts'
import { sizeWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [],
  options: {
    list: { kind: 'flag', help: 'show the backups instead of making one' },
    passphrase: { kind: 'flag', help: 'ask for a passphrase, and encrypt this backup with it' },
  },
  examples: ['backup', 'backup --list'],
  run: async ({ flag }, context) => {
    const { operator: open, output } = context
    const { data } = await open()
    if (flag('list')) {
      const backups = await data.backups()
      const documents = backups.map(({ at, bytes, encrypted, path, reason }) => ({
        file: path,
        at: new Date(at).toISOString(),
        reason,
        bytes,
        encrypted,
      }))
      output.answer({ backups: documents }, () =>
        table(
          ['made', 'why', 'size', 'file'],
          documents.map(({ at, bytes, file, reason }) => [at, reason, sizeWords(bytes), file]),
        ),
      )
      return
    }
    const { backup, removed, shrunkFrom } = await data.backUp(flag('passphrase') ? await readSecret('the passphrase', context) : undefined)
    const document = {
      file: backup.path,
      bytes: backup.bytes,
      encrypted: backup.encrypted,
      shrunk_from: shrunkFrom?.bytes ?? null,
      removed,
    }
    output.answer(document, () => `Backed up to ${backup.path} (${sizeWords(backup.bytes)}), checked.`)
    if (shrunkFrom !== null)
      output.note(
        `It is much smaller than the one before (${sizeWords(shrunkFrom.bytes)}): look whether something was lost. The larger one is kept.`,
      )
  },
}
