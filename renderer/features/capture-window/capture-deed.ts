import type { CaptureState } from './capture-store.ts'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** What has the focus. */
export type CapturePlace = 'field' | 'outcome' | 'elsewhere'

export type CaptureDeed =
  | { readonly kind: 'save' | 'leave' | 'plain' | 'undo' }
  /** Somebody with more to say just goes on typing: the letter is the first of the next thought. */
  | { readonly kind: 'begin'; readonly letter: string }

/** What a key does in this window; null where it does what it does anywhere. */
export function captureDeed(
  press: KeyPress,
  place: CapturePlace,
  { phase, text }: Pick<CaptureState, 'phase' | 'text'>,
): CaptureDeed | null {
  // A key that ends the choice of a character belongs to the input method.
  if (press.isComposing) return null
  const withModifier = press.ctrlKey || press.metaKey
  const key = press.key.toLowerCase()
  if (key === 'escape') return { kind: 'leave' }
  if (withModifier && key === 'd') return { kind: 'plain' }
  if (place === 'field' && key === 'enter' && !press.shiftKey) return { kind: text.trim() === '' ? 'leave' : 'save' }
  if (phase !== 'saved') return null
  if (key === 'z') return { kind: 'undo' }
  if (place !== 'outcome') return null
  if (key === 'enter') return { kind: 'leave' }
  return key.length === 1 && !withModifier && !press.altKey ? { kind: 'begin', letter: press.key } : null
}
