import type { OperatorErrorCode } from '../domain/operator-error.ts'
import type { DataWorkName } from './data-work.ts'

/** What the thread is started with. */
export type DataOrder = {
  readonly name: DataWorkName
  readonly path: string
  readonly input: unknown
  /** Two numbers both threads see: see `flags`. A thread that waits or reckons reads no messages. */
  readonly shared: SharedArrayBuffer
}

/** Places in the shared numbers, 0 until somebody says otherwise. */
export const flags = { unwanted: 0, mayWrite: 1 } as const

/** What the thread says. */
export type DataMessage =
  /** It is about to hold the write lock for long, and waits until it may. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'together' }
  | { readonly kind: 'done'; readonly result: unknown }
  /** `code` is null for an error that nobody foresaw. */
  | { readonly kind: 'failed'; readonly code: OperatorErrorCode | null; readonly message: string; readonly stack: string }
