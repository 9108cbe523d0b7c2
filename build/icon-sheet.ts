import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { LucideIcon } from 'lucide-react'
import type { Plugin } from 'vite'

/**
 * Draws icons into one page while it is built, each as a symbol of that name. The page shows one by `<use href="#name">` and needs neither
 * React nor the icons' own components: the capture window stays in memory all day, and is small without them.
 */
export function iconSheet(page: string, icons: Readonly<Record<string, LucideIcon>>): Plugin {
  const symbols = Object.entries(icons).map(([name, icon]) => {
    const shapes = renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
  })
  return {
    name: 'icon-sheet',
    transformIndexHtml: (html, { path }) =>
      path.endsWith(page) ? html.replace('</body>', `  <svg hidden>${symbols.join('')}</svg>\n  </body>`) : html,
  }
}
