import type { Command } from '../command.ts'

export const command: Command = {
  arguments: [
    { name: 'KEY', help: 'which, dotted: quiet_hours.start' },
    { name: 'VALUE', help: 'what it shall be, as it would stand in the file', rest: true },
  ],
  options: {},
  examples: [
    'config set quiet_hours.start 22:30',
    'config set monitors.tasks.hours.due_today "[8, 13]"',
    'config set channels.push.enabled true',
  ],
  run: async ({ words: [key = '', text = ''] }, { host, output, places }) => {
    const value = await host.configuration.set(places, key, text)
    output.answer({ key, value }, () => `${key} is ${JSON.stringify(value)} now.`)
  },
}
