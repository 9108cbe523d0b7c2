import type { IconName } from './icon-name.ts'

/** `label` is what it says; null where the words beside it say it already. */
export function icon(name: IconName, label: string | null, className: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', `fill-none stroke-current ${className}`)
  const look = { 'stroke-width': '1.8', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const meaning = label === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label }
  for (const [attribute, value] of Object.entries({ ...look, ...meaning })) svg.setAttribute(attribute, value)
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#${name}`)
  svg.append(use)
  return svg
}
