import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

describe('npm run package', () => {
  it.each(['http://example.com/', 'ftp://example.com/', 'example.com', 'file:///srv/'])('takes no updates from %s', (feed) => {
    const { status, stderr } = spawnSync(process.execPath, ['build/scripts/package.mjs', '--linux', 'dir'], {
      encoding: 'utf8',
      env: { ...process.env, THANOS_UPDATE_URL: feed },
    })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('Updates come over https: alone') as string })
  })
})
