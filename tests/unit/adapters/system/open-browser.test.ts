import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openBrowser } from '../../../../main/adapters/system/open-browser.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** Puts a program called xdg-open first on the path, which writes down what it was given. */
function recordingOpener(): () => string | null {
  const folder = temporaryFolder()
  const record = join(folder, 'given')
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > ${record}.new && mv ${record}.new ${record}\n`)
  chmodSync(join(folder, 'xdg-open'), 0o755)
  const path = process.env['PATH'] ?? ''
  process.env['PATH'] = `${folder}:${path}`
  onTestFinished(() => {
    process.env['PATH'] = path
  })
  return () => (existsSync(record) ? readFileSync(record, 'utf8') : null)
}

describe.skipIf(process.platform === 'win32')('opening a page in the browser', () => {
  it('hands the address over as one word, whatever a shell would make of it', async () => {
    const given = recordingOpener()
    expect(await openBrowser(new URL('https://example.com/?a=1&b=$(id);`id`'), 'linux')).toBe(true)
    await vi.waitFor(() => expect(given()).toBe('https://example.com/?a=1&b=$(id);`id`'))
  })

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'data:text/html,x', 'ms-settings:', 'vscode://x'])(
    'opens no %s',
    async (address) => {
      const given = recordingOpener()
      expect(await openBrowser(new URL(address), 'linux')).toBe(false)
      expect(given()).toBeNull()
    },
  )
})
