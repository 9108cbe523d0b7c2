import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOperatorLog, type LogOptions } from '../../../../main/adapters/log/operator-log.ts'

let folder = ''
let lines: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thanos-log-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (options: Partial<LogOptions> = {}) =>
  createOperatorLog({
    folder: join(folder, 'logs'),
    level: 'INFO',
    maxBytes: 10_485_760,
    backupCount: 5,
    consoleLevel: null,
    clock: { now: () => Date.UTC(2026, 0, 20, 9) },
    writeConsole: (line) => lines.push(line),
    ...options,
  })
const file = (name = 'operator.log') => join(folder, 'logs', name)
const read = (name?: string) => readFileSync(file(name), 'utf8').split('\n').slice(0, -1)

describe('the log', () => {
  it('writes one line an event, in order, from its level upward', async () => {
    const log = open()
    log.debug('unseen')
    log.info('started', { pid: 7 })
    log.warning('slow', { source: 'oura' })
    log.error('100 %s %c percent')
    log.critical('gone')
    await log.close()
    expect(read()).toEqual([
      '2026-01-20T09:00:00.000Z INFO started pid=7',
      '2026-01-20T09:00:00.000Z WARNING slow source=oura',
      '2026-01-20T09:00:00.000Z ERROR 100 %s %c percent',
      '2026-01-20T09:00:00.000Z CRITICAL gone',
    ])
    expect(lines).toEqual([])
  })

  it('takes a new level, size and count while it is written', async () => {
    const log = open()
    log.debug('unseen')
    log.configure({ level: 'DEBUG', maxBytes: 1024, backupCount: 1 })
    log.debug('seen')
    expect(lines).toEqual([])
    for (let index = 0; index < 100; index += 1) log.info('event', { index, filler: 'x'.repeat(60) })
    log.configure({ level: 'ERROR', maxBytes: 1024, backupCount: 1 })
    log.info('unseen')
    await log.close()
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['operator.log', 'operator.log.1'])
    expect([...read('operator.log.1'), ...read()].join('\n')).not.toContain('unseen')
  })

  it('tells the console from a level of its own', async () => {
    const log = open({ level: 'ERROR', consoleLevel: 'DEBUG' })
    log.debug('detail')
    await log.close()
    expect(lines).toEqual(['2026-01-20T09:00:00.000Z DEBUG detail'])
    expect(readdirSync(folder)).not.toContain(file())
  })

  it('makes its folder and files for the owner alone, and narrows one that was wider', async () => {
    const first = open()
    first.info('one')
    await first.close()
    expect((statSync(join(folder, 'logs')).mode & 0o777).toString(8)).toBe('700')
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600')
    chmodSync(file(), 0o644)
    const second = open()
    second.info('two')
    await second.close()
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600')
  })

  it('begins a new file when one is full and keeps as many as asked', async () => {
    const log = open({ maxBytes: 1024, backupCount: 2 })
    for (let index = 0; index < 100; index += 1) log.info('event', { index, filler: 'x'.repeat(60) })
    await log.close()
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['operator.log', 'operator.log.1', 'operator.log.2'])
    expect(read().at(-1)).toContain('index=99')
    const kept = [...read('operator.log.2'), ...read('operator.log.1'), ...read()].map((line) => Number(/index=(\d+)/.exec(line)?.[1]))
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 100 - kept.length + index))
    for (const name of ['operator.log', 'operator.log.1']) expect((statSync(file(name)).mode & 0o777).toString(8)).toBe('600')
  })

  it('holds no planted secret, however it got there', async () => {
    const log = open({ level: 'DEBUG', consoleLevel: 'DEBUG' })
    log.addSecret('planted-token-1')
    log.info('request with planted-token-1 failed', {
      url: 'https://me:planted-2@host/?token=planted-3',
      header: 'Bearer planted-4',
      body: 'planted-5',
    })
    log.error('failed', { cause: Buffer.from('planted-token-1').toString('base64') })
    await log.close()
    const everything = [...read(), ...lines].join('\n')
    expect(everything).toContain('[redacted]')
    expect(everything).not.toMatch(/planted|cGxhbnRlZC/)
  })

  it('that cannot be written says so once and stops nobody', async () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const log = open({ folder: join(folder, 'in-the-way', 'logs') })
    log.info('one')
    log.info('two')
    await log.close()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('The log cannot be written')
  })
})
