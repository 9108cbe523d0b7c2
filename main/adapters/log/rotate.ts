import { renameSync, rmSync } from 'node:fs'

/** `operator.log` becomes `operator.log.1`, that becomes `.2`, and so on; the oldest of `count` goes. */
export function rotate(file: string, count: number): void {
  if (count === 0) {
    rmSync(file, { force: true })
    return
  }
  for (let index = count - 1; index >= 1; index -= 1) moveIfThere(`${file}.${index}`, `${file}.${index + 1}`)
  moveIfThere(file, `${file}.1`)
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
