import { describe, expect, it } from 'vitest'
import { globalOptions } from '../../../main/headless/command.ts'
import { commandHelp } from '../../../main/headless/help.ts'
import { registry } from '../../../main/headless/registry.ts'

describe('every command', () => {
  it.each(Object.entries(registry))(
    '%s has help with an example of itself and no option that everybody has',
    async (name, { load, summary }) => {
      const { command } = await load()
      expect(summary).not.toMatch(/\.$/)
      expect(command.examples.length).toBeGreaterThan(0)
      for (const example of command.examples) expect(example.startsWith(name)).toBe(true)
      for (const option of Object.keys(command.options)) expect(Object.keys(globalOptions)).not.toContain(option)
      // A word that takes the rest must come last, and an optional one cannot come before one that is not.
      expect(command.arguments.slice(0, -1).some(({ rest }) => rest === true)).toBe(false)
      expect(commandHelp(name, summary, command)).toContain(`Usage: thanos ${name}`)
    },
  )
})
