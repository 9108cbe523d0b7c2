import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mountFragileDisk, type FragileDisk } from '../../support/fragile-disk.ts'

const writer = resolve('tests/support/children/write-until-power-cut.ts')

/** Moments of the cut, in acknowledged tasks: among first commits, a backup every 20, an archive every 30, and a cycle every 5. */
const moments =
  process.env['THANOS_POWER_CUTS'] === undefined
    ? [3, 24, 61]
    : Array.from({ length: Number(process.env['THANOS_POWER_CUTS']) }, (_, round) => 1 + round * 7)

const first = mountFragileDisk()
first?.remove()

/**
 * Cuts the power once so many tasks were acknowledged; answers the last that was told before. What is told while the power goes does not count: for a moment
 * the file system, which is only shut down, still answers a sync with yes, and on a machine that is off there would be nobody to hear it.
 */
async function writeUntil(disk: FragileDisk, told: number): Promise<number> {
  const running = spawn(process.execPath, [writer, disk.folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  running.stderr.on('data', (data: Buffer) => (complaint += data.toString()))
  let text = ''
  let last: number | null = null
  running.stdout.on('data', (data: Buffer) => {
    text += data.toString()
    const lines = text.split('\n')
    if (last !== null || lines.length <= told) return
    last = Number(lines.at(-2))
    disk.cutPower()
    running.kill('SIGKILL')
  })
  await once(running, 'close')
  if (last === null) throw new Error(`The writer ended before the power did: ${complaint}`)
  return last
}

describe.skipIf(first === undefined)('when the power is cut (skipped without the rights and programs to mount a disk of its own)', () => {
  it.each(moments)('after %i acknowledged tasks, none of them is gone and nothing is damaged', { timeout: 120_000 }, async (told) => {
    const disk = mountFragileDisk()
    if (disk === undefined) throw new Error('There is no disk.')
    onTestFinished(disk.remove)
    const acknowledged = await writeUntil(disk, told)
    expect(acknowledged).toBeGreaterThanOrEqual(told)
    disk.mountAgain()
    const { status, stderr } = spawnSync(process.execPath, [writer, '--check', disk.folder], {
      env: { ...process.env, ACKED: String(acknowledged) },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})
