import type { Due } from './due.ts'
import type { Instant } from './instant.ts'

export const promiseStatuses = ['active', 'kept', 'broken', 'renegotiated', 'cancelled'] as const
export type PromiseStatus = (typeof promiseStatuses)[number]

/** Something promised to a named person by a date (a commitment). Named apart from JavaScript's Promise. */
export type PersonalPromise = {
  readonly id: string
  readonly what: string
  readonly to: string
  readonly due: Due | null
  readonly status: PromiseStatus
  readonly source: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A renegotiated promise has a new date and is still owed. */
export function isOwed(promise: Pick<PersonalPromise, 'status'>): boolean {
  return promise.status === 'active' || promise.status === 'renegotiated'
}
