import { element } from './element.ts'

/** A key on the keyboard, as in the other windows. */
export function keyCap(name: string): HTMLElement {
  return element(
    'kbd',
    {
      'aria-hidden': 'true',
      class:
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-[4px] border border-line bg-surface px-1 font-sans text-[0.65625rem] leading-none font-medium text-ink-3',
    },
    name,
  )
}
