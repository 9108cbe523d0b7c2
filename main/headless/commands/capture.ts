import type { OfflineAnswer } from '../../operator/captures/offline-classifier.ts'
import { whatBecame } from '../../operator/captures/what-became.ts'
import type { Command } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { captureDocument } from '../documents.ts'
import { terminalText } from '../terminal-text.ts'
import { UsageError } from '../usage-error.ts'
import { answerLine, answerWords } from '../words/capture-words.ts'

export const command: Command = {
  arguments: [
    {
      name: 'TEXT',
      help: 'the thought, or - for standard input; after -- it may begin with a dash or be a command',
      rest: true,
      optional: true,
    },
  ],
  options: {
    'classify-only': { kind: 'flag', help: 'say what it is by the offline rules; nothing is kept' },
    lines: { kind: 'flag', help: 'with --classify-only: each line of standard input is a text, each answer a line' },
    plain: { kind: 'flag', help: 'leave dates and people unread' },
  },
  examples: [
    'capture Send Ashley the photos by Friday',
    'capture - < thought.txt',
    'capture -- list the reasons to move',
    'capture --classify-only --lines --json < texts.txt',
  ],
  run: async ({ flag, words: [text] }, context) => {
    if (flag('lines')) return classifyLines(text, flag('classify-only'), context)
    const { operator: open, output } = context
    const thought = await thoughtIn(text, context)
    if (flag('classify-only')) {
      const answer = await (await classifierOf(context))(thought)
      output.answer(answer, () => answerWords(answer))
      return
    }
    const { handlers } = await open()
    const { capture } = await handlers['captures:add']({ text: thought, origin: 'cli', plain: flag('plain') })
    output.answer(captureDocument(capture), () => `${terminalText(whatBecame(capture))} (${capture.id})`)
  },
}

async function thoughtIn(text: string | undefined, { read }: CommandContext): Promise<string> {
  if (text === undefined) throw new UsageError('TEXT is missing: write the thought, or - to read it from standard input.')
  if (text !== '-') return text
  // The line feed at the end belongs to the terminal or to echo.
  const piped = (await read('-')).replace(/\r?\n$/, '')
  if (piped === '') throw new UsageError('Standard input was empty: there is nothing to keep.')
  return piped
}

function classifierOf({ host, now, places }: CommandContext): Promise<(text: string) => Promise<OfflineAnswer>> {
  return host.classifier(places, now())
}

async function classifyLines(text: string | undefined, isClassifyOnly: boolean, context: CommandContext): Promise<void> {
  if (!isClassifyOnly) throw new UsageError('--lines goes with --classify-only. To keep a text of several lines as one thought, write -.')
  if (text !== undefined && text !== '-') throw new UsageError('--lines reads standard input: leave TEXT away.')
  const classify = await classifierOf(context)
  for await (const line of context.readLines()) {
    const answer = await classify(line)
    context.output.line(answer, () => answerLine(line, answer))
  }
}
