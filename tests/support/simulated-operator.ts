import { actOnAlert, type AlertAction } from '../../main/domain/alert-transitions.ts'
import { isOpen, type Alert } from '../../main/domain/alert.ts'
import { hour, type Instant } from '../../main/domain/instant.ts'
import type { Message, Telling } from '../../main/domain/message.ts'
import { highestSeverity, severityRank } from '../../main/domain/severity.ts'
import type { Batch, Verdict } from '../../main/pipeline/batch.ts'
import { plan } from '../../main/pipeline/plan.ts'
import { quietStateAt } from '../../main/pipeline/quiet-state.ts'
import { recordOf, type PlanRecord } from '../../main/pipeline/record.ts'
import type { Told, World } from '../../main/pipeline/world.ts'
import { defaults } from './builders/settings.ts'
import { world } from './builders/world.ts'

export type Delivered = { readonly at: Instant; readonly message: Message }

export type Cycle = { readonly world: World; readonly batch: Batch; readonly record: PlanRecord }

type Queued = { readonly message: Message; state: 'queued' | 'delivered' | 'cancelled' }

/** Plan, record, deliver, next cycle: what the store and the outbox keep between cycles, kept in maps. */
export class SimulatedOperator {
  now: Instant
  pausedUntil: Instant | null = null
  readonly mutedRules = new Map<string, Instant | null>()
  readonly delivered: Delivered[] = []
  readonly #alerts = new Map<string, Alert>()
  readonly #told = new Map<string, Told & { readonly byChannel: Readonly<Record<string, number>> }>()
  readonly #outbox = new Map<string, Queued>()
  readonly #mostTold: number

  constructor(start: Instant, mostTold = 20) {
    this.now = start
    this.#mostTold = mostTold
  }

  alerts(): readonly Alert[] {
    return [...this.#alerts.values()]
  }

  open(): readonly Alert[] {
    return this.alerts().filter(isOpen)
  }

  told(key: string): Told | undefined {
    return this.#told.get(key)
  }

  world(): World {
    const all = this.alerts()
    const byKey = (alerts: readonly Alert[]) => new Map(alerts.map((alert) => [alert.key, alert]))
    const isTold = ({ alertId, key }: Telling, since: Instant) => {
      const told = this.#told.get(key)
      return told?.alertId === alertId && told.lastAt >= since
    }
    const untold = [...this.#outbox.values()].flatMap(({ message, state }) =>
      state === 'queued' ? message.tells.filter((telling) => !isTold(telling, message.at)) : [],
    )
    return world({
      now: this.now,
      alerts: byKey(all.filter((alert) => isOpen(alert) || (alert.closedBy === 'owner' && alert.clearedAt === null))),
      recentlyCleared: byKey(
        all
          .filter(({ clearedAt }) => clearedAt !== null && clearedAt > this.now - hour)
          .toSorted((a, b) => (a.clearedAt ?? 0) - (b.clearedAt ?? 0)),
      ),
      told: new Map(this.#told),
      waiting: new Map(
        [...Map.groupBy(untold, ({ key }) => key)].map(([key, all]) => [
          key,
          { severity: highestSeverity(all.map(({ severity }) => severity)), members: all.flatMap(({ members }) => members) },
        ]),
      ),
      mutedRules: new Map(this.mutedRules),
      pausedUntil: this.pausedUntil,
      quiet: quietStateAt(defaults.quietHours, this.now),
      deduplication: { ...defaults.deduplication, maxAlertsPerRun: this.#mostTold },
    })
  }

  /** `delivers` is false where every channel is down, or the process dies between planning and delivery. */
  cycle(verdicts: readonly Verdict[], delivers = true): Cycle {
    const before = this.world()
    const batch = plan(verdicts, before)
    const record = recordOf(batch, before)
    for (const alert of record.alerts) this.#alerts.set(alert.id, alert)
    for (const id of record.cancelled) this.#cancel(id)
    for (const { key, message } of record.messages) {
      const state = this.#outbox.get(key)?.state ?? 'cancelled'
      if (state !== 'cancelled') continue
      // Queued anew it takes its place behind what waits.
      this.#outbox.delete(key)
      this.#outbox.set(key, { message, state: 'queued' })
    }
    if (delivers) this.deliver()
    return { world: before, batch, record }
  }

  deliver(): void {
    for (const item of this.#outbox.values()) {
      if (item.state !== 'queued') continue
      item.state = 'delivered'
      this.delivered.push({ at: this.now, message: item.message })
      for (const telling of item.message.tells) {
        const before = this.#told.get(telling.key)
        const same = before?.alertId === telling.alertId ? before : undefined
        const byChannel = { ...same?.byChannel, [item.message.channel]: (same?.byChannel[item.message.channel] ?? 0) + 1 }
        this.#told.set(telling.key, {
          alertId: telling.alertId,
          lastAt: Math.max(same?.lastAt ?? this.now, this.now),
          severity: same !== undefined && severityRank(same.severity) > severityRank(telling.severity) ? same.severity : telling.severity,
          times: Math.max(...Object.values(byChannel)),
          members: [...new Set([...(same?.members ?? []), ...telling.members])],
          byChannel,
        })
      }
    }
  }

  /** What the owner does to the open alert of a key; nothing where there is none. */
  act(key: string, action: AlertAction): void {
    const alert = this.open().find((each) => each.key === key)
    if (alert === undefined) return
    const after = actOnAlert(alert, action, this.now)
    this.#alerts.set(alert.id, after)
    if (!isOpen(after)) this.#cancel(alert.id)
  }

  #cancel(alertId: string): void {
    for (const item of this.#outbox.values()) {
      const [only, ...others] = item.message.tells
      if (item.state === 'queued' && only?.alertId === alertId && others.length === 0) item.state = 'cancelled'
    }
  }
}
