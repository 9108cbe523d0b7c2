import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultText } from '../../../main/config/default-text.ts'
import { configurationJsonSchema } from '../../../main/config/json-schema.ts'

describe('the shipped files (write them anew with `node build/scripts/config-resources.mjs`)', () => {
  it('have the JSON Schema of this schema', () => {
    expect(JSON.parse(readFileSync('resources/operator.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configurationJsonSchema())),
    )
  })

  it('have the default file of this schema', () => {
    expect(readFileSync('resources/operator.default.yaml', 'utf8')).toBe(defaultText())
  })
})
