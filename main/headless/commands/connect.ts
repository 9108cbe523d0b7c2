import type { Command, CommandInput } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { readSecret } from '../read-secret.ts'
import { UsageError } from '../usage-error.ts'

type Outcome = { readonly ok: boolean; readonly message: string }

type Connect = (input: CommandInput, context: CommandContext) => Promise<Outcome>

/** Everything that can be connected, each in its own way. */
const ways: Readonly<Record<string, Connect>> = {
  async oura(input, context) {
    const { handlers } = await context.operator()
    if (!input.flag('token')) return handlers['sources:connect']({ name: 'oura' })
    await keep('OURA_ACCESS_TOKEN', context)
    return handlers['sources:test']({ name: 'oura' })
  },
  async workos(_input, context) {
    const { handlers } = await context.operator()
    await keep('WORKOS_DATABASE_URL', context)
    return handlers['sources:test']({ name: 'workos' })
  },
  async telegram(input, context) {
    const { handlers } = await context.operator()
    await keep('TELEGRAM_BOT_TOKEN', context)
    const chat = input.value('chat')
    if (chat !== undefined) await handlers['secrets:set']({ name: 'TELEGRAM_CHAT_ID', value: chat })
    await handlers['settings:set']({ path: 'channels.telegram.enabled', value: true })
    const missing = chat === undefined ? ' It needs the chat to write to as well: --chat ID, or `thanos secrets set TELEGRAM_CHAT_ID`.' : ''
    return { ok: true, message: `Telegram is switched on.${missing}` }
  },
  async claude(_input, context) {
    await keep('ANTHROPIC_API_KEY', context)
    return { ok: true, message: 'Claude is asked from now on where the rules are unsure of a capture.' }
  },
}

export const command: Command = {
  arguments: [{ name: 'WHAT', help: Object.keys(ways).join(', ') }],
  options: {
    token: { kind: 'flag', help: 'oura: take an access token from standard input instead of asking in the browser' },
    chat: { kind: 'value', value: 'ID', help: 'telegram: the chat to write to' },
    file: { kind: 'flag', help: 'where there is no keychain: yes, keep keys in a file that only you can read' },
  },
  examples: ['connect oura', 'connect oura --token < token.txt', 'connect workos < address.txt', 'connect telegram --chat 4711'],
  run: async (input, context) => {
    const [what = ''] = input.words
    const connect = Object.hasOwn(ways, what) ? ways[what] : undefined
    if (connect === undefined) throw new UsageError(`${what} cannot be connected. Name one of ${Object.keys(ways).join(', ')}.`)
    if (input.flag('file')) await (await context.operator()).handlers['secrets:allow-file']({})
    const outcome = await connect(input, context)
    context.output.answer({ connected: what, ...outcome }, () => (outcome.ok ? outcome.message : ''))
    if (outcome.ok) return 0
    context.output.note(`${outcome.message} The key is kept; \`thanos doctor\` tries it again.`)
    return 1
  },
}

async function keep(name: string, context: CommandContext): Promise<void> {
  const { handlers } = await context.operator()
  await handlers['secrets:set']({ name, value: await readSecret(name, context) })
}
