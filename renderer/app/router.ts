import { createStore } from 'zustand/vanilla'

/** Where the window is: a screen, and one thing on it. Kept in the address after `#/`, so that back and forward work. */
export type Place = { readonly screen: string; readonly id: string | null }
export type RouterState = Place & { readonly go: (screen: string, id?: string | null) => void }

export function parsePlace(hash: string, home: string): Place {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/')
  const id = rest.join('/')
  return { screen: screen === '' ? home : decode(screen), id: id === '' ? null : decode(id) }
}

export function placeHash({ screen, id }: Place): string {
  return `#/${encodeURIComponent(screen)}${id === null ? '' : `/${encodeURIComponent(id)}`}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A broken escape in a hand-typed address: taken as it stands, it names no screen and the home screen shows.
    return part
  }
}

export function createRouter(page: Window, home: string) {
  const store = createStore<RouterState>()(() => ({
    ...parsePlace(page.location.hash, home),
    go: (screen, id = null) => {
      const hash = placeHash({ screen, id })
      if (page.location.hash !== hash) page.location.hash = hash
    },
  }))
  page.addEventListener('hashchange', () => store.setState(parsePlace(page.location.hash, home)))
  return store
}
