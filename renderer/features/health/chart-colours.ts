export type ChartColours = Readonly<Record<ColourName, string>>

const names = ['accent', 'text-2', 'text-3', 'surface', 'grid', 'band', 'line-strong', 'critical', 'high', 'medium', 'low'] as const
type ColourName = (typeof names)[number]

/**
 * The tokens as a canvas takes them. A canvas knows no custom property, and a custom property keeps its light-dark() unresolved, so an
 * element wears each colour once and is asked what came out.
 */
export function readColours(host: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const read = (name: ColourName) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<ColourName, string> // every name was just read
  probe.remove()
  return colours
}

/** Calls back when the theme turns, by the person or by the system. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
