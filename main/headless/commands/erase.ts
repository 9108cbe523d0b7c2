import type { Command } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { erasableWords } from '../words/data-words.ts'

export const command: Command = {
  arguments: [],
  options: {
    yes: { kind: 'value', value: 'WORD', help: 'the word that is asked for otherwise, typed here' },
    'no-backup': { kind: 'flag', help: 'without the last backup that takes it back' },
  },
  examples: ['erase --dry-run', 'erase'],
  run: async ({ flag, value }, context) => {
    const { operator: open, output } = context
    const { data, handlers } = await open()
    const { backups, eraseWord, folder } = await handlers['data:list']({})
    const tables = await data.erasable()
    const backUpFirst = !flag('no-backup')
    const what = erasableWords({ tables, backUpFirst, backups: backups.length, folder })
    if (flag('dry-run')) {
      output.answer({ erased: false, tables }, () => `${what}\nNothing was changed.`)
      return
    }
    const given = value('yes')
    if (given === undefined) output.note(`${what}\nType ${eraseWord} to confirm, anything else to leave it as it is.`)
    const { backupsLeft, before, rows } = await handlers['data:erase']({ confirmation: given ?? (await firstLine(context)), backUpFirst })
    output.answer({ erased: true, rows, before: before?.name ?? null, backups_left: backupsLeft }, () =>
      [
        `Everything was erased: ${rows} rows.`,
        ...(before === null ? [] : [`\`thanos restore ${before.name}\` brings it back.`]),
        ...(backupsLeft > 0
          ? [`Backups still hold what there was: ${backupsLeft} in ${folder}. Delete them there if they should not.`]
          : []),
      ].join('\n'),
    )
  },
}

async function firstLine({ readLines }: CommandContext): Promise<string> {
  for await (const line of readLines()) return line.trim()
  return ''
}
