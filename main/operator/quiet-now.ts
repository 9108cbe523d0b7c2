import type { Instant } from '../domain/instant.ts'
import type { QuietHoursSettings } from '../domain/settings.ts'
import { quietStateAt, type QuietState } from '../pipeline/quiet-state.ts'

/** How long the system's do-not-disturb is taken to last when nobody can say; it is looked at again every cycle. */
const unknownEnd = 15 * 60_000

/** Quiet hours, or else the system's own do-not-disturb. */
export function quietNow(settings: QuietHoursSettings, doNotDisturb: boolean, now: Instant): QuietState {
  const quiet = quietStateAt(settings, now)
  return !quiet.active && doNotDisturb ? { active: true, until: now + unknownEnd, reason: 'do_not_disturb' } : quiet
}
