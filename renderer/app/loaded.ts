import { wordsOf } from '../bridge/refused.ts'

/** Something asked of the operator. A failure keeps what was there before, so that a screen can show it as old instead of nothing. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly words: string; readonly last: Value | null }

export function ready<Value>(value: Value): Loaded<Value> {
  return { kind: 'ready', value }
}

export function failed<Value>(error: unknown, before: Loaded<Value>): Loaded<Value> {
  return { kind: 'failed', words: wordsOf(error), last: valueOf(before) }
}

export function valueOf<Value>(loaded: Loaded<Value>): Value | null {
  switch (loaded.kind) {
    case 'ready':
      return loaded.value
    case 'failed':
      return loaded.last
    case 'loading':
      return null
  }
}
