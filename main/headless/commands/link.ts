import type { Command } from '../command.ts'
import { askForLink } from '../http/ask-for-link.ts'
import { readPort } from '../read-port.ts'

export const command: Command = {
  arguments: [],
  options: { port: { kind: 'value', value: 'PORT', help: 'where it serves, if that is not http.port' } },
  examples: ['link', 'link --port 9000'],
  run: async (input, { host, output, places }) => {
    const given = input.value('port')
    const port = given === undefined ? await host.configuration.port(places) : readPort(given)
    const link = await askForLink({ dataFolder: places.dataFolder, port })
    output.answer({ link }, () => `Open ${link} in a browser; it works once, within ten minutes.`)
  },
}
