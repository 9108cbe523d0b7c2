import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, one line a rule and place. Everything in the light; in the dark only the colours are other ones. */
export async function violations(page: Page, theme: 'light' | 'dark' = 'light'): Promise<readonly string[]> {
  await page.evaluate(axe)
  const rules = theme === 'light' ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] : ['color-contrast']
  const results = await page.evaluate(async (runOnly) => {
    // axe-core was just evaluated into the page.
    const { axe } = window as unknown as { readonly axe: { run: (context: Document, options: object) => Promise<AxeResults> } }
    return axe.run(document, { runOnly })
  }, rules)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
