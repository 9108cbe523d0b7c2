/** The desktop window a page is in, as far as the page may move it. A browser's tab stays where it is: there it does nothing. */
export type OwnWindow = {
  readonly hide: () => void
  /** In CSS pixels of the page. */
  readonly setHeight: (height: number) => void
}

export function ownWindow(page: Window): OwnWindow {
  const signal = page.thanos?.signal
  return {
    hide: () => signal?.hide({}),
    setHeight: (height) => signal?.height({ height: Math.ceil(height) }),
  }
}
