import { describe, expect, it } from 'vitest'
import { defaultText } from '../../../main/config/default-text.ts'
import { parseConfiguration } from '../../../main/config/parse.ts'
import { defaultConfiguration } from '../../../main/config/schema.ts'

describe('the file made on first run', () => {
  const lines = defaultText().split('\n')

  it('says nothing but comments', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  })

  it('says exactly the defaults once the # are gone', () => {
    const uncommented = lines.map((line) => (/^# +[a-z_]+:( |$)/.test(line) ? line.slice(2) : line)).join('\n')
    expect(parseConfiguration(uncommented, 'operator.yaml')).toEqual({ ok: true, configuration: defaultConfiguration(), warnings: [] })
  })

  it('explains every key', () => {
    expect(lines.filter((line) => /^# +[a-z_]+:/.test(line) && !/ # \S/.test(line))).toEqual([])
  })
})
