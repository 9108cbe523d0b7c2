import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWindowMemory, writeWindowMemory } from '../../../main/electron/window-memory.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'memory-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const memory = { main: { x: 10, y: 20, width: 1080, height: 720 }, maximized: false }

it('remembers where the window was', () => {
  const file = join(folder, 'desktop', 'window.json')
  writeWindowMemory(file, memory)
  expect(readWindowMemory(file)).toEqual(memory)
  expect([statSync(file).mode & 0o777, statSync(join(folder, 'desktop')).mode & 0o777]).toEqual([0o600, 0o700])
})

it.each(['', '{', '{"main":{"x":"ten"}}', '{"main":{"x":1,"y":1,"width":0,"height":0},"maximized":false}'])(
  'makes nothing of %j',
  (text) => {
    const file = join(folder, 'window.json')
    writeFileSync(file, text)
    expect(readWindowMemory(file)).toBeNull()
  },
)

it('says nothing where it cannot write', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => writeWindowMemory(join(folder, 'file', 'window.json'), memory)).not.toThrow()
})
