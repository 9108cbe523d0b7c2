import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { buildApplication, builtPages as folder } from '../../support/built-application.ts'

const budget = 350_000

beforeAll(buildApplication)

/** What a page loads before it can show anything: its scripts and styles with all they import, and the font of its language. */
function firstView(page: string): readonly string[] {
  const found = new Set<string>()
  const add = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    const text = readFileSync(join(folder, file), 'utf8')
    // Static imports only: `import(…)` is what comes later.
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) if (name !== undefined) add(`assets/${name}`)
  }
  const html = readFileSync(join(folder, page), 'utf8')
  for (const [, name] of html.matchAll(/(?:src|href)="\.\/(assets\/[\w.-]+\.(?:js|css))"/g)) if (name !== undefined) add(name)
  const [style = ''] = [...found].filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(folder, file), 'utf8'))
  const font = /inter-latin-wght-normal-[\w-]+\.woff2/.exec(style)?.[0]
  if (font !== undefined) found.add(`assets/${font}`)
  return [...found]
}

it.each(['index.html', 'panel.html'])('the first view of %s stays within 350 kB compressed', (page) => {
  const files = firstView(page)
  expect(files.some((file) => file.endsWith('.woff2'))).toBe(true)
  expect(files.some((file) => file.includes('health-screen'))).toBe(false)
  const bytes = files.map((file) => readFileSync(join(folder, file))).reduce((sum, content) => sum + gzipSync(content).length, 0)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(budget)
})

/** It stays in memory as long as the application runs. */
it('the capture page is small and brings no React', () => {
  const files = firstView('capture.html').filter((file) => !file.endsWith('.woff2'))
  const content = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  expect(files.length).toBeGreaterThan(1)
  expect(content.filter((text) => text.includes('react'))).toEqual([])
  expect(content.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(40_000)
})
