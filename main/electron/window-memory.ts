import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Bounds } from './window-bounds.ts'

const schema = z.object({
  main: z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }),
  maximized: z.boolean(),
})

export type WindowMemory = { readonly main: Bounds; readonly maximized: boolean }

/** Null when there is nothing to remember: a first start, or a file that somebody else has been at. */
export function readWindowMemory(file: string): WindowMemory | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Forgetting where a window was costs nothing, so a disk that is full or read-only is not worth a word. */
export function writeWindowMemory(file: string, memory: WindowMemory): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    // See above.
  }
}
