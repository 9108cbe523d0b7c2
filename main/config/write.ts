import { readFileSync } from 'node:fs'
import { OperatorError } from '../domain/operator-error.ts'
import { parseConfiguration } from './parse.ts'
import { formatProblem } from './problem.ts'
import { replaceFile } from './replace-file.ts'
import type { Configuration } from './schema.ts'
import { setValue } from './set-value.ts'

/** The configuration with one value changed, as it would stand in the file. `path` is dotted: quiet_hours.start. Writes nothing. */
export function previewSetting(
  text: string,
  file: string,
  path: string,
  value: unknown,
): { readonly text: string; readonly configuration: Configuration } {
  const before = parseConfiguration(text, file)
  if (!before.ok)
    throw new OperatorError('configuration_invalid', `The file needs mending first. ${before.problems.map(formatProblem).join('\n')}`)
  const [first = '', ...rest] = path.split('.')
  if (first === '' || rest.includes(''))
    throw new OperatorError('wrong_use', `${JSON.stringify(path)} is no setting. Write section.key, such as quiet_hours.start.`)
  const changed = setValue(text, [first, ...rest], value)
  const after = parseConfiguration(changed, file)
  // The file is as good as before, it is what was asked for that is not. The line in the changed text means nothing to the owner, who has not seen it.
  if (!after.ok) throw new OperatorError('wrong_use', after.problems.map((problem) => problem.message).join('\n'))
  return { text: changed, configuration: after.configuration }
}

/**
 * Sets one value in the file, checked before it is written, in one step, with the owner's comments kept.
 * @throws OperatorError wrong_use where the key or the value cannot be, configuration_invalid where the file needed mending before; the file is as it was.
 * read_only when it cannot be written.
 */
export function writeSetting(file: string, path: string, value: unknown): Configuration {
  const { configuration, text } = previewSetting(readFileSync(file, 'utf8'), file, path, value)
  try {
    replaceFile(file, text)
  } catch (error) {
    throw new OperatorError('read_only', `${file} cannot be written. Make its folder writable for you.`, { cause: error })
  }
  return configuration
}
