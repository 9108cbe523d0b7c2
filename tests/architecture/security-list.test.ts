import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path)

it('names tests for every threat', () => {
  expect(named.length).toBeGreaterThan(30)
})

it.each(named)('names a test that there is: %s', (path) => {
  expect(existsSync(path)).toBe(true)
})
