import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStateFiles } from '../../../../main/adapters/state-files/read-state-files.ts'
import { watchStateFiles } from '../../../../main/adapters/state-files/watch-state-files.ts'
import { realClock } from '../../../support/real-clock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

describe('the state files of a folder', () => {
  it('are read where they are there, and skipped with a warning where they make no sense', () => {
    const folder = temporaryFolder()
    expect(readStateFiles(folder)).toEqual({ procrastination: new Map(), focus: null, warnings: [] })
    writeFileSync(join(folder, 'patterns.json'), '{"procrastination":{"Report":3}}')
    writeFileSync(join(folder, 'CurrentFocus.md'), '# Slides')
    expect(readStateFiles(folder)).toEqual({ procrastination: new Map([['Report', 3]]), focus: 'Slides', warnings: [] })
    writeFileSync(join(folder, 'patterns.json'), '{')
    expect(readStateFiles(folder)).toMatchObject({ focus: 'Slides', warnings: ['patterns.json was skipped: it is not JSON'] })
    writeFileSync(join(folder, 'patterns.json'), ' '.repeat(1_000_001))
    expect(readStateFiles(folder).warnings).toEqual(['patterns.json was skipped: it is larger than 1 MB'])
  })

  it('are a warning where a folder has their name, and unreachable without their folder', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'CurrentFocus.md'))
    expect(readStateFiles(folder).warnings).toHaveLength(1)
    expect(() => readStateFiles(join(folder, 'nowhere'))).toThrow(expect.objectContaining({ code: 'unreachable' }))
  })

  it('say when they change, also when they are replaced', async () => {
    const folder = temporaryFolder()
    const changed = Promise.withResolvers<void>()
    const watcher = watchStateFiles(folder, realClock, () => changed.resolve())
    writeFileSync(join(folder, 'new'), '{}')
    renameSync(join(folder, 'new'), join(folder, 'patterns.json'))
    await changed.promise
    watcher.close()
    watchStateFiles(join(folder, 'nowhere'), realClock, () => {}).close()
  })
})
