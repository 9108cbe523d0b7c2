import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeSetting } from '../../../main/config/write.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'thanos-write-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'operator.yaml')
const text = () => readFileSync(file(), 'utf8')

describe('writing a setting', () => {
  it('puts the changed file in place of the old one, for its owner alone, and leaves nothing beside it', () => {
    writeFileSync(file(), '# mine\ndry_run: false\n', { mode: 0o644 })
    expect(writeSetting(file(), 'dry_run', true).dry_run).toBe(true)
    expect(text()).toBe('# mine\ndry_run: true\n')
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(folder)).toEqual(['operator.yaml'])
  })

  it.each([
    ['http.port', 99_999, 'http.port is 99999. Allowed: a whole number from 0 to 65535.'],
    ['http.prot', 1, 'http.prot is not known here. Did you mean port?'],
    ['', 1, '"" is no setting.'],
    ['http..port', 1, '"http..port" is no setting.'],
    ['http', 5, 'http is 5. Allowed: a section with keys of its own.'],
    ['__proto__.x', 1, '__proto__ is not known here.'],
  ])('refuses %s = %j and leaves the file alone', (path, value, words) => {
    writeFileSync(file(), 'dry_run: false\n')
    expect(() => writeSetting(file(), path, value)).toThrow(words)
    expect(text()).toBe('dry_run: false\n')
  })

  it('does not touch a file that is wrong already', () => {
    writeFileSync(file(), 'dry_rum: false\n')
    expect(() => writeSetting(file(), 'dry_run', true)).toThrow('The file needs mending first.')
    expect(text()).toBe('dry_rum: false\n')
  })

  it('follows a symbolic link', () => {
    writeFileSync(join(folder, 'real.yaml'), 'dry_run: false\n')
    symlinkSync('real.yaml', file())
    writeSetting(file(), 'dry_run', true)
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('dry_run: true\n')
  })
})
