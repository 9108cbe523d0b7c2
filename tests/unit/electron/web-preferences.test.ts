import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { pagePreferences } from '../../../main/electron/web-preferences.ts'

vi.mock('electron', () => ({ app: { getAppPath: () => '/app' } }))

it('gives every page no more than a stranger gets', () => {
  expect(pagePreferences()).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
})

it('is what every window is made with', () => {
  const folder = 'main/electron'
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const makers = sources.flatMap((text) => text.match(/new BrowserWindow\(|(?<!function )floatingWindow\(/g) ?? [])
  const given = sources.flatMap((text) => [...text.matchAll(/^ *webPreferences: (.*),$/gm)].map(([, preferences]) => preferences))
  expect(makers.length).toBeGreaterThanOrEqual(4)
  // floatingWindow makes its own with what it is called with.
  expect(given).toHaveLength(makers.length - 1)
  // The capture window is hidden for most of its life, and must not be slow when it shows.
  for (const each of given) expect(['pagePreferences()', '{ ...pagePreferences(), backgroundThrottling: false }']).toContain(each)
})
