import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe('npm run package', () => {
  it('gives a deb the page and the maintainer that it must name', () => {
    expect(readFileSync('electron-builder.yml', 'utf8')).toMatch(/^ {2}maintainer: .+ <\S+@\S+>$/m)
    expect(readFileSync('build/scripts/package.mjs', 'utf8')).toContain('-c.extraMetadata.homepage=')
  })

  it.each(['http://example.com/', 'ftp://example.com/', 'example.com', 'file:///srv/'])('takes no updates from %s', (feed) => {
    const { status, stderr } = spawnSync(process.execPath, ['build/scripts/package.mjs', '--linux', 'dir'], {
      encoding: 'utf8',
      env: { ...process.env, THANOS_UPDATE_URL: feed },
    })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('Updates come over https: alone') as string })
  })
})
