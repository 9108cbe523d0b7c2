import type { ChannelName } from '../domain/channel-name.ts'
import type { Instant } from '../domain/instant.ts'
import type { TimeZone } from '../domain/local-day.ts'
import { escalate } from '../pipeline/escalation.ts'
import { changeHorizon, followUp, followUpHorizon } from '../pipeline/follow-up.ts'
import type { NewOutboxItem } from '../ports/outbox.ts'
import { loadOpenAlerts } from '../store/alerts.ts'
import { loadAnnounced } from '../store/announced.ts'
import type { Reader, Writer } from '../store/database.ts'
import { listDeliveries } from '../store/deliveries.ts'
import { loadMutes } from '../store/mutes.ts'
import { enqueue } from '../store/outbox.ts'
import type { Channels } from './channel-set.ts'

export type TendContext = {
  readonly channels: Channels
  readonly zone: TimeZone
  readonly now: Instant
  readonly pausedUntil: Instant | null
}

/** Queues what the alerts' lives ask for beside the plan: critical ones nobody answered, and messages that no longer say what is so. Repeating it changes nothing. */
export function tendAlerts(db: Writer, context: TendContext): void {
  db.transaction(() => {
    for (const item of [...escalations(db, context), ...followUps(db, context)]) enqueue(db, item)
  })
}

function escalations(db: Reader, { channels, now, pausedUntil }: TendContext): readonly NewOutboxItem[] {
  if (pausedUntil !== null && pausedUntil > now) return []
  const mutes = loadMutes(db, now)
  const unanswered = loadOpenAlerts(db).filter(
    ({ severity, state, rule }) => severity === 'critical' && state === 'open' && !mutes.has(rule),
  )
  const isSetUp = (name: ChannelName) => channels.has(name)
  return unanswered.flatMap((alert) => escalate(alert, listDeliveries(db, alert.id), isSetUp, now) ?? [])
}

function followUps(db: Reader, { channels, now, zone }: TendContext): readonly NewOutboxItem[] {
  const able = [...channels.values()].filter(({ abilities }) => abilities.edit || abilities.withdraw)
  const announced = loadAnnounced(db, {
    channels: able.map(({ name }) => name),
    deliveredSince: now - followUpHorizon,
    changedSince: now - changeHorizon,
  })
  return announced.flatMap((each) => {
    const abilities = channels.get(each.item.message.channel)?.abilities
    return (abilities && followUp(each, abilities, now, zone)) ?? []
  })
}
