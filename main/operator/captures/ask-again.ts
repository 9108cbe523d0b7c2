import { dayLength, minute, type Instant } from '../../domain/instant.ts'

/** A thought older than this stays as the rules filed it. */
export const patience = 7 * dayLength

const longestPause = 6 * 60 * minute

/** Whether Claude may be asked of a capture again: five minutes after it was asked in vain, then ten, then twenty, at last every six hours. */
export function mayAskAgain(asked: { readonly times: number; readonly at: Instant } | undefined, now: Instant): boolean {
  if (asked === undefined) return true
  const pause = Math.min(longestPause, 5 * minute * 2 ** Math.max(0, asked.times - 1))
  // The wall clock may have gone back meanwhile.
  return now - asked.at >= pause || now < asked.at
}
