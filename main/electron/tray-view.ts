import type { StatusView } from '../../shared/model/status.ts'
import { words } from './words.ts'

export const trayFaces = ['quiet', 'alerts', 'degraded', 'paused'] as const
export type TrayFace = (typeof trayFaces)[number]

/** What the tray shows: one face, how many alerts are open, and the truth about what is seen. */
export type TrayView = { readonly face: TrayFace; readonly count: number; readonly paused: boolean; readonly tooltip: string }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export function trayViewOf(status: StatusView, locale?: string): TrayView {
  const paused = status.pausedUntil !== null && status.pausedUntil > status.now
  const wanted = status.sources.filter((source) => source.condition !== 'off' && source.condition !== 'not_configured')
  const seen = wanted.filter((source) => source.condition === 'ok')
  const sentences = [
    paused && status.pausedUntil !== null ? words.pausedUntil(clockTime(status.pausedUntil, status.timezone, locale)) : null,
    status.openAlerts > 0 ? words.openAlerts(status.openAlerts) : null,
    wanted.length === 0 ? words.noSource : words.seeing(seen.length, wanted.length),
    status.newestReadingAt === null ? words.noSleepData : words.sleepDataOld(age(status.now - status.newestReadingAt)),
    status.running === 'elsewhere' ? words.anotherProcess : status.running === 'no' ? words.notRunning : null,
  ]
  return {
    face: paused ? 'paused' : status.openAlerts > 0 ? 'alerts' : seen.length < wanted.length ? 'degraded' : 'quiet',
    count: status.openAlerts,
    paused,
    tooltip: sentences.filter((sentence) => sentence !== null).join('; '),
  }
}

/** Hours as long as they say more than days. */
function age(milliseconds: number): string {
  if (milliseconds < hour) return `${String(Math.max(0, Math.floor(milliseconds / minute)))} min`
  if (milliseconds < 3 * day) return `${String(Math.floor(milliseconds / hour))} h`
  return `${String(Math.floor(milliseconds / day))} days`
}

function clockTime(instant: number, timeZone: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(instant)
}
