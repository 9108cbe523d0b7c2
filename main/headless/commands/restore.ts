import { basename } from 'node:path'
import type { Command } from '../command.ts'
import { previewWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [{ name: 'FILE', help: 'a backup, or its name as `thanos backup --list` shows it' }],
  options: {},
  examples: ['restore daily-20260120T150500Z.db --dry-run', 'restore daily-20260120T150500Z.db'],
  run: async ({ flag, words: [wanted = ''] }, { operator: open, output }) => {
    const { data } = await open()
    const named = (await data.backups()).find(({ path }) => basename(path) === wanted)
    const file = named?.path ?? wanted
    if (flag('dry-run')) {
      const preview = await data.previewRestore(file)
      output.answer({ restored: false, file, ...preview }, () => `${previewWords(preview)}\nNothing was changed.`)
      return
    }
    const { before, preview } = await data.restore(file)
    output.answer(
      { restored: true, file, before: before.backup.path, ...preview },
      () => `${previewWords(preview)}\nRestored from ${file}. What was here before is in ${before.backup.path}.`,
    )
  },
}
