import type { MenuItemConstructorOptions } from 'electron'
import type { TrayView } from './tray-view.ts'
import { words } from './words.ts'

export type TrayActions = {
  readonly openInbox: () => void
  readonly open: () => void
  readonly capture: () => void
  /** Until an instant, or null to go on. */
  readonly pause: (until: number | null) => void
  readonly checkNow: () => void
  readonly settings: () => void
  /** The pages in the system's browser, for as long as they are served; null otherwise. */
  readonly openInBrowser: () => (() => void) | null
  readonly quit: () => void
}

/** A newer version, and what installs it. */
export type UpdateOffer = { readonly version: string; readonly install: () => void }

export function trayMenu(
  view: TrayView,
  actions: TrayActions,
  now: () => number,
  update: UpdateOffer | null,
): MenuItemConstructorOptions[] {
  const openInBrowser = actions.openInBrowser()
  return [
    { label: view.count === 0 ? words.noOpenAlerts : words.openAlerts(view.count), click: actions.openInbox, enabled: view.count > 0 },
    { type: 'separator' },
    { label: words.open, click: actions.open },
    { label: words.capture, click: actions.capture },
    { type: 'separator' },
    ...(view.paused
      ? [{ label: words.goOn, click: () => actions.pause(null) }]
      : [
          { label: words.pauseForAnHour, click: () => actions.pause(now() + 3_600_000) },
          { label: words.pauseUntilTomorrow, click: () => actions.pause(tomorrowAtNine(now())) },
        ]),
    { label: words.checkNow, click: actions.checkNow },
    { type: 'separator' },
    ...(update === null ? [] : [{ label: words.installUpdate(update.version), click: update.install }]),
    ...(openInBrowser === null ? [] : [{ label: words.openInBrowser, click: openInBrowser }]),
    { label: words.settings, click: actions.settings },
    { label: words.quit, click: actions.quit },
  ]
}

/** By the clock of this machine, which is the one the owner reads; the same hour that a snooze until tomorrow ends. */
export function tomorrowAtNine(now: number): number {
  const today = new Date(now)
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, 9).getTime()
}
