import { parse, stringify } from 'yaml'
import type { Configuration } from './schema.ts'

/** The configuration in force, as it would stand in the file. Secrets are in it by name only: the schema takes nothing else. */
export function configurationText(configuration: Configuration): string {
  return stringify(configuration, { lineWidth: 0, compat: 'yaml-1.1' })
}

/** A value as it is written on a command line, read as it would be in the file: 22, true, [9, 14]; what is no YAML is a text. */
export function readValue(text: string): unknown {
  try {
    // `silent` would keep quiet about what is no YAML too, and answer the part before it.
    return parse(text, { maxAliasCount: 0, logLevel: 'error' })
  } catch {
    return text
  }
}
