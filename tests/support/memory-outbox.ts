import type { ChannelName } from '../../main/domain/channel-name.ts'
import type { Instant } from '../../main/domain/instant.ts'
import type { NewJournalEntry } from '../../main/domain/journal-entry.ts'
import { deliveryHorizon, patientAttempts, type OutboxItem } from '../../main/domain/outbox.ts'
import type { Lane, NewOutboxItem, NextAttempt, OutboxPort } from '../../main/ports/outbox.ts'

/** The queue in memory, with the same promises as the database's. */
export class MemoryOutbox implements OutboxPort {
  readonly items = new Map<number, OutboxItem>()
  /** By id, so that a drained queue of thousands is not walked again. */
  readonly #queued = new Map<number, OutboxItem>()
  readonly journal: NewJournalEntry[] = []
  readonly holds = new Map<ChannelName, Instant>()

  add(...items: readonly NewOutboxItem[]): void {
    for (const item of items) this.#insert(item)
  }

  cancel(id: number): void {
    this.#change(id, { state: 'cancelled' })
  }

  of(channel: ChannelName): readonly OutboxItem[] {
    return [...this.items.values()].filter((item) => item.message.channel === channel)
  }

  firstInLane(channel: ChannelName, lane: Lane, now: Instant): OutboxItem | null {
    for (const item of this.#queued.values()) {
      if (item.message.channel !== channel) continue
      if ((item.message.severity === 'critical') !== (lane === 'critical')) continue
      const ahead = item.nextAttemptAt - now
      if (item.attempts < patientAttempts || ahead <= 0 || ahead > deliveryHorizon) return item
    }
    return null
  }

  waiting(channel: ChannelName, limit: number): readonly OutboxItem[] {
    const queued = [...this.#queued.values()].filter((item) => item.message.channel === channel)
    const critical = queued.filter((item) => item.message.severity === 'critical')
    const rest = queued.filter((item) => item.message.severity !== 'critical')
    return [...critical, ...rest].slice(0, limit)
  }

  recordDelivered(item: OutboxItem, receipt: string | null, _at: Instant, entry: NewJournalEntry | null): void {
    this.#change(item.id, { state: 'delivered', receipt, attempts: item.attempts + 1 })
    this.#write(entry)
  }

  recordRetry(item: OutboxItem, next: NextAttempt, entry: NewJournalEntry | null): void {
    const { attempts, nextAttemptAt, reason } = next
    this.#change(item.id, { attempts, nextAttemptAt, lastError: reason })
    this.#write(entry)
  }

  recordFailed(item: OutboxItem, reason: string, _at: Instant, entry: NewJournalEntry): void {
    this.#change(item.id, { state: 'failed', lastError: reason, attempts: item.attempts + 1 })
    this.#write(entry)
  }

  enqueue(item: NewOutboxItem, entry: NewJournalEntry): boolean {
    if ([...this.items.values()].some((each) => each.key === item.key)) return false
    this.#insert(item)
    this.#write(entry)
    return true
  }

  hold(channel: ChannelName, until: Instant): void {
    this.holds.set(channel, until)
  }

  heldUntil(channel: ChannelName): Instant | null {
    return this.holds.get(channel) ?? null
  }

  isTold(channel: ChannelName, alertIds: readonly string[], since: Instant): boolean {
    return this.of(channel).some(
      (item) =>
        (item.state === 'delivered' || item.state === 'queued') &&
        item.createdAt >= since &&
        alertIds.every((id) => item.message.tells.some((telling) => telling.alertId === id)),
    )
  }

  #insert(item: NewOutboxItem): void {
    const id = this.items.size + 1
    const fresh = { state: 'queued', attempts: 0, nextAttemptAt: item.createdAt, receipt: null, lastError: null } as const
    this.#put({ ...item, id, ...fresh })
  }

  #change(id: number, change: Partial<OutboxItem>): void {
    const item = this.items.get(id)
    if (item === undefined) throw new Error(`The outbox has no item ${id}.`)
    this.#put({ ...item, ...change })
  }

  #put(item: OutboxItem): void {
    this.items.set(item.id, item)
    if (item.state === 'queued') this.#queued.set(item.id, item)
    else this.#queued.delete(item.id)
  }

  #write(entry: NewJournalEntry | null): void {
    if (entry !== null) this.journal.push(entry)
  }
}
