import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordCrash } from '../../../main/operator/crash-record.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const redact = (text: string): string => text.replaceAll('hunter22', '[redacted]')
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 20, 9, minute))

describe('recordCrash', () => {
  it('writes what happened, for the owner alone', () => {
    const file = recordCrash(folder, new TypeError('no such thing'), { version: '1.2.3', kind: 'uncaughtException', at: at(5), redact })
    expect(file).toBe(join(folder, 'crashes', 'crash-2026-01-20T09-05-00-000Z.json'))
    const record: unknown = JSON.parse(readFileSync(file ?? '', 'utf8'))
    expect(record).toMatchObject({
      at: '2026-01-20T09:05:00.000Z',
      version: '1.2.3',
      kind: 'uncaughtException',
      error: { name: 'TypeError', message: 'no such thing' },
    })
    expect(statSync(file ?? '').mode & 0o777).toBe(0o600)
  })

  it('holds no secret that the error carried', () => {
    const file = recordCrash(folder, new Error('postgres://me:hunter22@host is gone'), { version: '1', kind: 'x', at: at(2), redact })
    const words = recordCrash(folder, 'hunter22', { version: '1', kind: 'x', at: at(3), redact })
    for (const each of [file, words]) {
      const text = readFileSync(each ?? '', 'utf8')
      expect(text).not.toContain('hunter22')
      expect(text).toContain('[redacted]')
    }
    expect(statSync(join(folder, 'crashes')).mode & 0o777).toBe(0o700)
  })

  it('takes what is no error as well', () => {
    const file = recordCrash(folder, 'just words', { version: '1', kind: 'unhandledRejection', at: at(1), redact })
    expect(JSON.parse(readFileSync(file ?? '', 'utf8'))).toMatchObject({ error: { message: 'just words' } })
  })

  it('keeps the newest twenty', () => {
    for (let minute = 0; minute < 25; minute += 1)
      recordCrash(folder, new Error('again'), { version: '1', kind: 'x', at: at(minute), redact })
    const records = readdirSync(join(folder, 'crashes')).sort()
    expect(records).toHaveLength(20)
    expect(records[0]).toContain('09-05')
  })

  it('answers null where nothing can be written', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(recordCrash(file, new Error('x'), { version: '1', kind: 'x', at: at(0), redact })).toBeNull()
  })
})
