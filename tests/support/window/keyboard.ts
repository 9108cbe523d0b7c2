import type { Locator, Page } from 'playwright-core'

/** Presses one key after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** More than any screen has to stop at. */
const mostStops = 120

/** Presses Tab until the focus is on it, as a person without a mouse has to. Throws where it cannot be reached so. */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return stepTo(page, target, 'Tab')
}

/** Within a menu or a row of choices, one stop for Tab, the arrows go on. */
export function arrowTo(page: Page, target: Locator, key: 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' = 'ArrowDown'): Promise<void> {
  return stepTo(page, target, key)
}

async function stepTo(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(target)} cannot be reached with the key ${key}; the focus is on “${await focusOf(page)}”.`)
}

/** The name of what has the focus; empty where nothing has it and the keyboard is lost. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement, body } = document
    if (activeElement === null || activeElement === body) return ''
    const labelledBy = document.getElementById(activeElement.getAttribute('aria-labelledby') ?? '')
    const labels = 'labels' in activeElement ? (activeElement as HTMLInputElement).labels : null // every form control has them
    const names = [activeElement.getAttribute('aria-label'), labelledBy?.textContent, labels?.[0]?.textContent, activeElement.textContent]
    return names.find((name) => name !== undefined && name !== null && name.trim() !== '')?.trim() ?? activeElement.tagName
  })
}
