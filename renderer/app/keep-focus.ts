const focusable = 'button:not([disabled]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** Where the focus was, remembered while it was still there: afterwards the element has no surroundings left. */
type Trace = { readonly element: Element; readonly list: Element | null; readonly index: number; readonly returnTo: string | null }

/**
 * A deed may take away the very button it was done with: a task leaves its list, a pane closes. The browser then drops the focus to the
 * page's beginning, and a person at the keyboard starts over. This puts it on the row that took the place, on what a pane names in
 * `data-return-focus`, or on the screen. Returns a function that stops it.
 */
export function keepFocus(page: Document): () => void {
  let trace: Trace | null = null
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof Element) trace = traceOf(target)
  }
  const look = () => {
    if (trace === null || trace.element.isConnected || (page.activeElement !== page.body && page.activeElement !== null)) return
    const lost = trace
    trace = null
    // After the next drawing: what is to be focused may be hidden until then.
    requestAnimationFrame(() => {
      if (page.activeElement === page.body) placeOf(page, lost)?.focus()
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(page.body, { childList: true, subtree: true })
  page.addEventListener('focusin', remember)
  return () => {
    observer.disconnect()
    page.removeEventListener('focusin', remember)
  }
}

function traceOf(element: Element): Trace {
  const item = element.closest('li')
  const list = item?.parentElement ?? null
  return {
    element,
    list,
    index: item === null || list === null ? 0 : [...list.children].indexOf(item),
    returnTo: element.closest('[data-return-focus]')?.getAttribute('data-return-focus') ?? null,
  }
}

function placeOf(page: Document, { list, index, returnTo }: Trace): HTMLElement | null {
  const named = returnTo === null ? null : page.getElementById(returnTo)
  if (named !== null) return named
  const row = list?.isConnected === true ? (list.children[Math.min(index, list.children.length - 1)] ?? null) : null
  // Not the first button where that is a box to tick: Enter pressed in haste must not complete what moved up.
  return row?.querySelector<HTMLElement>('[data-row-focus]') ?? row?.querySelector<HTMLElement>(focusable) ?? page.getElementById('screen')
}
