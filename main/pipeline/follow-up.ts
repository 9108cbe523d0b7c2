import { isOpen, type Alert } from '../domain/alert.ts'
import type { ChannelName } from '../domain/channel-name.ts'
import { dayLength, type Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import type { Announced } from '../domain/outbox.ts'
import type { ChannelAbilities } from '../ports/channel.ts'
import type { NewOutboxItem } from '../ports/outbox.ts'
import { timeInWords } from './time-words.ts'

/** Nobody scrolls further back to see what became of a message. */
export const followUpHorizon = 30 * dayLength

/** An operator that was off for so long does not go back to what changed before. */
export const changeHorizon = 7 * dayLength

/** Where a rewritten message is shown as a new one: told that something is over, the owner would be disturbed once more. */
const popsUpAgain: ReadonlySet<ChannelName> = new Set(['native'])

type Standing = { readonly words: string; readonly mark: string }

/** What to say of a message now; null while it still stands as it was said. The mark differs for each time it changes. */
function standingOf(alerts: readonly Alert[], now: Instant, zone: TimeZone): Standing | null {
  const [alert] = alerts
  if (alert === undefined) return null
  if (alerts.length > 1) {
    const closed = alerts.map(({ closedAt }) => closedAt ?? 0)
    return alerts.some(isOpen) ? null : { words: 'Resolved', mark: `closed ${Math.max(...closed)}` }
  }
  switch (alert.state) {
    case 'open':
      return null
    case 'acknowledged':
      return { words: 'Acknowledged', mark: `acknowledged ${alert.acknowledgedAt}` }
    case 'snoozed':
      return { words: `Snoozed until ${timeInWords(alert.snoozedUntil ?? now, now, zone)}`, mark: `snoozed ${alert.snoozedUntil}` }
    case 'resolved':
      return { words: 'Resolved', mark: `resolved ${alert.closedAt}` }
    case 'dismissed':
      return { words: 'Dismissed', mark: `dismissed ${alert.closedAt}` }
  }
}

/**
 * What an announced message needs so that it says what is so: rewritten where the channel can do so silently, else taken back. Queued like any other
 * message, so that it survives a restart and a channel that is down; the key makes each change happen once. It tells no alert: it
 * starts no window and is not cancelled with the alert.
 */
export function followUp(announced: Announced, abilities: ChannelAbilities, now: Instant, zone: TimeZone): NewOutboxItem | null {
  const { item, alerts } = announced
  const { message, receipt } = item
  if (receipt === null || message.kind === 'follow_up' || (!abilities.edit && !abilities.withdraw)) return null
  const how = abilities.edit && !(abilities.withdraw && popsUpAgain.has(message.channel)) ? 'edit' : 'withdraw'
  const standing = standingOf(alerts, now, zone)
  if (standing === null) return how === 'edit' ? restored(announced, receipt, now) : null
  return {
    // Taken back is taken back, whatever becomes of the alert afterwards.
    key: how === 'edit' ? `${item.key} ${standing.mark}` : `${item.key} withdrawn`,
    createdAt: now,
    message: {
      ...message,
      kind: 'follow_up',
      tells: [],
      severity: 'info',
      title: `${standing.words}: ${message.title}`,
      body: '',
      at: now,
      follows: { receipt, how },
    },
  }
}

/** The owner took it back (an acknowledgement undone): the message says again what it said at first, and can be acted on again. */
function restored({ item, alerts, lastChange }: Announced, receipt: string, now: Instant): NewOutboxItem | null {
  const [alert, ...others] = alerts
  const again = `${item.key} open`
  if (alert === undefined || lastChange === null || lastChange.key.startsWith(`${again} `)) return null
  const follows = { receipt, how: 'edit', ...(others.length === 0 ? { openAlertId: alert.id } : {}) } as const
  return {
    key: `${again} ${lastChange.id}`,
    createdAt: now,
    message: { ...item.message, kind: 'follow_up', tells: [], severity: 'info', at: now, follows },
  }
}
