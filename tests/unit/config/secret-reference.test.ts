import { describe, expect, it } from 'vitest'
import { resolveReference, secretName } from '../../../main/config/secret-reference.ts'

const secrets = { get: (name: string) => Promise.resolve(name === 'KNOWN' ? 'value' : null) }

describe('a reference to a secret', () => {
  it.each([
    ['${KNOWN}', 'KNOWN'],
    ['${a_1}', 'a_1'],
    ['${}', null],
    ['${1A}', null],
    ['x${KNOWN}', null],
    ['${KNOWN} ', null],
    ['KNOWN', null],
    ['', null],
  ])('%j names %j', (text, name) => {
    expect(secretName(text)).toBe(name)
  })

  it.each([
    ['${KNOWN}', 'value'],
    ['${UNKNOWN}', null],
    ['plain', 'plain'],
    [null, null],
  ])('%j stands for %j', async (text, value) => {
    expect(await resolveReference(text, secrets)).toBe(value)
  })
})
