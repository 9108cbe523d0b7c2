import type { Command } from '../command.ts'
import { readSecret } from '../read-secret.ts'

export const command: Command = {
  arguments: [{ name: 'NAME', help: 'e.g. OURA_ACCESS_TOKEN; its value comes on standard input' }],
  options: { file: { kind: 'flag', help: 'where there is no keychain: yes, keep it in a file that only you can read' } },
  examples: ['secrets set OURA_ACCESS_TOKEN < token.txt', 'secrets set SMTP_PASSWORD --file'],
  run: async (input, context) => {
    const name = input.words[0] ?? ''
    const { handlers } = await context.operator()
    if (input.flag('file')) await handlers['secrets:allow-file']({})
    const { secret } = await handlers['secrets:set']({ name, value: await readSecret(name, context) })
    context.output.answer(secret, () => `${secret.name} is kept in the ${secret.place}.`)
  },
}
