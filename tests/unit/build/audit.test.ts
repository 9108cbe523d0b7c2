import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

type Audit =
  | { readonly known: null; readonly reason: string }
  | { readonly known: Readonly<Record<string, number>>; readonly named: readonly string[]; readonly isGood: boolean }

// A script without types of its own.
const { readAudit } = (await import(pathToFileURL(resolve('build/scripts/audit.mjs')).href)) as { readAudit: (text: string) => Audit }

const answer = (counts: Readonly<Record<string, number>>, vulnerabilities = {}) =>
  JSON.stringify({ metadata: { vulnerabilities: counts }, vulnerabilities })

describe('the audit of the dependencies', () => {
  it.each([
    [{ info: 1, low: 2, moderate: 3, high: 0, critical: 0, total: 6 }, true],
    [{ high: 1, critical: 0, total: 1 }, false],
    [{ high: 0, critical: 1, total: 1 }, false],
  ])('%j is good: %s', (counts, isGood) => {
    expect(readAudit(answer(counts))).toMatchObject({ isGood })
  })

  it('names what it found', () => {
    expect(readAudit(answer({ high: 1 }, { pg: { name: 'pg', severity: 'high' } }))).toMatchObject({ named: ['pg (high)'] })
  })

  it.each(['', 'not json', '{}', '{"message":"404 Not Found - POST …/audit"}', '{"error":{"summary":"offline"}}'])(
    'takes %j for no answer, never for a clean bill',
    (text) => {
      expect(readAudit(text).known).toBeNull()
    },
  )

  it('runs with every `npm test`, and fails it', () => {
    expect(readFileSync('build/scripts/test.mjs', 'utf8')).toContain(
      "if (!auditDependencies()) failedChecks.push('audit of the dependencies')",
    )
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^if .*npm test; else npm test; fi$/m)
  })
})
