import { basename } from 'node:path'
import type { Command } from '../command.ts'
import { readSecret } from '../read-secret.ts'
import { previewWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'a backup, or its name as `thanos backup --list` shows it' }],
  options: {
    passphrase: { kind: 'flag', help: 'ask for the passphrase of an encrypted backup; without it the one kept as a secret serves' },
  },
  examples: [
    'restore daily-20260120T150500Z.db --dry-run',
    'restore daily-20260120T150500Z.db',
    'restore daily-20260120T150500Z.db.enc --passphrase',
  ],
  run: async ({ flag, words: [wanted = ''] }, context) => {
    const { operator: open, output } = context
    const { data } = await open()
    const passphrase = flag('passphrase') ? await readSecret('the passphrase', context) : undefined
    const named = (await data.backups()).find(({ path }) => basename(path) === wanted)
    const file = named?.path ?? wanted
    if (flag('dry-run')) {
      const preview = await data.previewRestore(file, passphrase)
      output.answer({ restored: false, file, ...preview }, () => `${previewWords(preview)}\nNothing was changed.`)
      return
    }
    const { before, preview } = await data.restore(file, passphrase)
    output.answer(
      { restored: true, file, before: before.backup.path, ...preview },
      () => `${previewWords(preview)}\nRestored from ${file}. What was here before is in ${before.backup.path}.`,
    )
  },
}
