import type { OwnWindow } from '../../bridge/own-window.ts'

/** Tells the window how tall its content stands, at each change. */
export function followHeight(content: HTMLElement, own: OwnWindow): void {
  const observer = new ResizeObserver(() => own.setHeight(heightOf(content)))
  observer.observe(content)
  for (const child of content.children) observer.observe(child)
}

/** What it would take without the window's edge: the element itself is held to the window. */
function heightOf(element: HTMLElement): number {
  return [...element.children].reduce((sum, child) => sum + naturalHeight(child), 0)
}

function naturalHeight(element: Element): number {
  const most = Number.parseFloat(getComputedStyle(element).maxHeight)
  const whole = Math.max(element.scrollHeight, element.getBoundingClientRect().height)
  return Number.isNaN(most) ? whole : Math.min(whole, most)
}
