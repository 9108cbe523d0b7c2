import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { autostartEntry, autostartFile, setAutostart } from '../../../main/electron/login-item.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'login-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('launch at login on Linux', () => {
  it('keeps its entry where the desktop looks for it', () => {
    expect(autostartFile({}, '/home/ana')).toBe('/home/ana/.config/autostart/thanos-operator.desktop')
    expect(autostartFile({ XDG_CONFIG_HOME: '/cfg' }, '/home/ana')).toBe('/cfg/autostart/thanos-operator.desktop')
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/ana')).toBe('/home/ana/.config/autostart/thanos-operator.desktop')
  })

  it('writes the entry, writes it again, and takes it away', () => {
    const file = join(folder, 'autostart', 'thanos-operator.desktop')
    setAutostart(file, true, ['/opt/Thanos Operator/thanos-operator', '--hidden'])
    setAutostart(file, true, ['/opt/thanos-operator', '--hidden'])
    expect(readFileSync(file, 'utf8')).toContain('Exec=/opt/thanos-operator --hidden\n')
    setAutostart(file, false, [])
    expect(existsSync(file)).toBe(false)
    setAutostart(file, false, [])
  })

  it('quotes a path as the desktop entry specification asks', () => {
    expect(autostartEntry(['/opt/Thanos Operator/app', '--hidden'])).toContain('Exec="/opt/Thanos Operator/app" --hidden\n')
    expect(autostartEntry(['/opt/a"b$c`d\\e%f'])).toContain(String.raw`Exec="/opt/a\\"b\\$c\\` + '`' + String.raw`d\\\\e%%f"`)
  })
})
