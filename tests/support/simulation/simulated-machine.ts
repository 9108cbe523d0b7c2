import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createJournalChannel } from '../../../main/adapters/journal-channel/journal-channel.ts'
import { loadConfiguration } from '../../../main/config/load.ts'
import type { ChannelName } from '../../../main/domain/channel-name.ts'
import { minute, second, type Instant } from '../../../main/domain/instant.ts'
import { keysOf, type Message } from '../../../main/domain/message.ts'
import { createConfigurationKeeper } from '../../../main/operator/configuration-keeper.ts'
import { createDataKeeper } from '../../../main/operator/data-keeper.ts'
import { createDataThread, type Alone } from '../../../main/operator/data-thread.ts'
import { createOperator } from '../../../main/operator/create-operator.ts'
import { databaseName, openSound } from '../../../main/operator/open-sound.ts'
import type { Operator } from '../../../main/operator/operator.ts'
import type { Channel, DeliveryResult } from '../../../main/ports/channel.ts'
import type { Writer } from '../../../main/store/handle.ts'
import { openDatabase } from '../../../main/store/database.ts'
import { appendJournal } from '../../../main/store/journal.ts'
import { FakeClock } from '../fake-clock.ts'
import { MemoryOfSecrets } from '../memory-of-secrets.ts'
import { RecordedLog } from '../recorded-log.ts'
import { dataWorker } from '../test-operator-process.ts'
import { FaultyDatabase } from './faulty-database.ts'
import { isDuring, type Fault, type FaultPlan } from './fault-plan.ts'
import { LifeClock } from './life-clock.ts'
import { scriptedSources } from './scripted-sources.ts'
import { happenings, start, zone } from './two-days.ts'

/** One message that went out; `at` is what the machine's clock said. */
export type Sent = {
  readonly at: Instant
  readonly channel: ChannelName
  readonly key: string
  readonly message: Message
  /** The process died before it could record this. */
  isUnrecorded: boolean
}

export type FinalAlert = { readonly key: string; readonly state: string; readonly severity: number }

type Phase = 'idle' | 'gathering' | 'delivering' | 'keeping'

type Life = { readonly operator: Operator; readonly db: FaultyDatabase; readonly clock: LifeClock; phase: Phase }

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind }>

const step = 30 * second

const configuration = `timezone: ${zone}
channels:
  telegram: { enabled: true, min_severity: high }
`
const badConfiguration = `${configuration}  pigeon: { enabled: true }
`

/**
 * A machine with an owner, a disk, a clock and a network, on which an operator runs and is started again whenever it died: the real composition over
 * a real database, with fakes at the ports only. Faults come from a plan; time is the machine's own.
 */
export class SimulatedMachine {
  readonly sent: Sent[] = []
  readonly log = new RecordedLog()
  cycles = 0
  failedCycles = 0
  deathCount = 0
  readonly #folder: string
  readonly #plan: FaultPlan
  readonly #random: () => number
  readonly #clock = new FakeClock(start)
  readonly #deadlyDone = new Set<Fault>()
  #life: Life | null = null
  #neighbour: Writer | null = null
  #slept = 0
  #bootAt = 0
  #happened = 0
  #isSuspended = false
  #clockOffset = 0
  #isEdited = false
  #nextDeath: FaultOf<'killed'>['when'] | null = null
  #ids = 0
  #acknowledges: readonly string[] = []
  #hasAcknowledged = false

  /** `random` is in [0, 1) and repeats with its seed. */
  constructor(folder: string, plan: FaultPlan, random: () => number) {
    this.#folder = folder
    this.#plan = plan
    this.#random = random
    mkdirSync(join(folder, 'config'), { recursive: true })
    writeFileSync(this.#configFile, configuration)
  }

  get #configFile(): string {
    return join(this.#folder, 'config', 'operator.yaml')
  }

  /** Milliseconds of real time since the beginning. */
  get #elapsed(): number {
    return this.#clock.monotonic() + this.#slept
  }

  get minute(): number {
    return this.#elapsed / minute
  }

  get timers(): number {
    return this.#life?.clock.timers() ?? 0
  }

  get statements(): number {
    return this.#life?.db.statements.size ?? 0
  }

  async runUntil(untilMinute: number): Promise<void> {
    while (this.minute < untilMinute) {
      await this.#meetFaults()
      this.#happen()
      if (this.#life === null && this.#elapsed >= this.#bootAt && !this.#isSuspended) await this.#boot()
      this.#actAsOwner()
      if (this.#isSuspended) this.#sleep()
      else this.#clock.advance(step)
      await this.#settle()
    }
  }

  /** The newest alert of each key, without what the operator says of itself and of its sources: those are about the faults. */
  alerts(): readonly FinalAlert[] {
    return this.#newestAlerts(`key NOT LIKE 'source:%' AND key NOT LIKE 'operator:%'`)
  }

  aboutFaults(): readonly FinalAlert[] {
    return this.#newestAlerts(`key LIKE 'source:%' OR key LIKE 'operator:%'`)
  }

  read<Value>(read: (db: Writer) => Value): Value {
    return read(this.#database())
  }

  async end(): Promise<void> {
    await this.#life?.operator.stop()
    this.#neighbour?.close()
  }

  #newestAlerts(which: string): readonly FinalAlert[] {
    const sql = `SELECT key, state, severity FROM alerts WHERE ${which} ORDER BY opened_at, id`
    const newest = new Map(
      this.#database()
        .all<FinalAlert>(sql)
        .map((alert) => [alert.key, alert]),
    )
    return [...newest.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }

  #active<Kind extends Fault['kind']>(kind: Kind): readonly FaultOf<Kind>[] {
    const isOfKind = (fault: Fault): fault is FaultOf<Kind> => fault.kind === kind
    return this.#plan.filter(isOfKind).filter((fault) => isDuring(fault, this.minute))
  }

  async #meetFaults(): Promise<void> {
    this.#meetWrongClock()
    this.#isSuspended = this.#active('suspended').length > 0
    if (this.#isSuspended) return
    for (const fault of this.#plan)
      if (fault.kind === 'killed' && this.minute >= fault.at && !this.#deadlyDone.has(fault)) {
        this.#deadlyDone.add(fault)
        this.#nextDeath = fault.when
        this.#bootAt = this.#elapsed + fault.minutes * minute
        if (fault.when === 'between') this.#die()
      }
    if (this.#life !== null) {
      const { db } = this.#life
      db.trouble = (['disk_full', 'disk_errors', 'busy'] as const).find((kind) => this.#active(kind).length > 0) ?? 'none'
      if (this.#nextDeath === 'writing') db.writesToLive ??= Math.floor(this.#random() * 25)
    }
    const edited = this.#active('bad_edit').length > 0
    if (edited === this.#isEdited) return
    this.#isEdited = edited
    writeFileSync(this.#configFile, edited ? badConfiguration : configuration)
    await this.#life?.operator.reload()
  }

  #meetWrongClock(): void {
    const offset = (this.#active('wrong_clock').at(-1)?.by ?? 0) * minute
    if (offset === this.#clockOffset) return
    this.#clock.jumpTo(this.#clock.now() + offset - this.#clockOffset)
    this.#clockOffset = offset
  }

  /** Nothing runs; the wall clock goes on. */
  #sleep(): void {
    this.#slept += step
    this.#clock.jumpTo(this.#clock.now() + step)
    if (this.#plan.some((fault) => fault.kind === 'suspended' && isDuring(fault, this.minute))) return
    this.#isSuspended = false
    this.#life?.operator.wake('resume')
  }

  #database(): Writer {
    return (this.#neighbour ??= openDatabase(join(this.#folder, 'data', databaseName), { now: this.#clock.now() }))
  }

  #happen(): void {
    for (let next = happenings[this.#happened]; next !== undefined && next.at <= start + this.#elapsed; next = happenings[this.#happened]) {
      next.apply(this.#database())
      this.#happened += 1
    }
  }

  /** The owner acknowledges what is overdue when first told of it, and tries again where that fails. */
  #actAsOwner(): void {
    const ids = this.#acknowledges
    if (this.#life === null || ids.length === 0 || this.#isSuspended) return
    try {
      void this.#life.operator.handlers['alerts:acknowledge']({ ids: [...ids] })
      this.#acknowledges = []
    } catch {
      // The next step.
    }
  }

  #die(): void {
    if (this.#life === null) return
    this.#life.db.isDead = true
    // What every channel had taken and nobody had written down yet.
    const recorded = new Set(
      this.#database()
        .all<{ key: string }>(`SELECT key FROM outbox WHERE state = 'delivered'`)
        .map(({ key }) => key),
    )
    for (const each of this.sent) if (!recorded.has(each.key)) each.isUnrecorded = true
    this.#life.clock.end()
    this.#nextDeath = null
    this.deathCount += 1
  }

  async #settle(): Promise<void> {
    for (let idle = 0; idle < 3;) {
      await new Promise((resolve) => setImmediate(resolve))
      const life = this.#life
      if (life === null) return
      // Reading waits for real time; delivering only ever waits for the machine's.
      if (life.phase === 'gathering' || life.phase === 'keeping') continue
      idle += 1
      if (idle < 3 || life.phase === 'idle' || life.db.isDead) continue
      const wait = life.clock.untilNext()
      if (wait !== null) this.#clock.advance(wait)
      idle = 0
    }
    if (this.#life?.db.isDead === true) await this.#bury(this.#life)
  }

  async #bury(life: Life): Promise<void> {
    this.#life = null
    // Writes nothing any more: it lets go of what the system frees when a process ends.
    await life.operator.stop()
    life.db.bury()
  }

  async #boot(): Promise<void> {
    const dataFolder = join(this.#folder, 'data')
    const load = () => loadConfiguration({ file: this.#configFile, cacheFolder: dataFolder, program: 'simulated', make: false })
    const loaded = await load()
    // Whoever starts it tries again in a minute.
    this.#bootAt = this.#elapsed + minute
    if (!loaded.ok) return
    const backupFolder = join(dataFolder, 'backups')
    const thread = createDataThread({ script: dataWorker, path: join(dataFolder, databaseName) })
    const opened = await openSound({ thread, dataFolder, backupFolder, pid: process.pid, host: 'headless', now: this.#clock.now() })
    const clock = new LifeClock(this.#clock)
    const db = new FaultyDatabase(opened.db, this.#random, () => this.#die())
    const ids = { next: (prefix: string) => `${prefix}-${(this.#ids += 1)}`, random: this.#random }
    const logger = Object.assign(this.log, { addSecret() {} })
    const keeper = createConfigurationKeeper({ file: this.#configFile, first: loaded.configuration, load, clock })
    const sources = scriptedSources({
      db,
      clock,
      ids,
      logger,
      keeper,
      realTime: () => start + this.#elapsed,
      failure: (name) => this.#active('source').find(({ source }) => source === name)?.how ?? null,
      isOnline: () => this.#active('offline').length === 0,
      gathering: () => {
        if (this.#nextDeath !== 'gathering') return
        this.#die()
        throw new Error('The process is gone.')
      },
    })
    const openData = (alone: Alone) =>
      createDataKeeper({
        db,
        thread,
        alone,
        repair: opened.repair,
        clock,
        logger,
        archiveFolder: join(dataFolder, 'archive'),
        settings: () => ({ ...keeper.current().backup, folder: backupFolder }),
        secrets: new MemoryOfSecrets(),
      })
    const entering = <Values extends readonly unknown[], Result>(
      phase: Phase,
      work: (...values: Values) => Promise<Result>,
      after: Phase,
    ): ((...values: Values) => Promise<Result>) => {
      return async (...values) => {
        life.phase = phase
        try {
          return await work(...values)
        } finally {
          life.phase = after
        }
      }
    }
    const operator = createOperator({
      db,
      dataFolder,
      keeper,
      clock,
      openChannels: async () =>
        new Map<ChannelName, Channel>([
          ['native', this.#channel('native', life)],
          ['telegram', this.#channel('telegram', life)],
          ['journal', createJournalChannel((entry) => appendJournal(db, [entry]), clock)],
        ]),
      openData(alone) {
        const data = openData(alone)
        return { ...data, keepUp: entering('keeping', () => data.keepUp(), 'idle') }
      },
      resources: { read: () => ({ residentBytes: 80_000_000, freeBytes: db.trouble === 'disk_full' ? 0 : 10 ** 10 }) },
      adviser: {
        ask: async () => ({ kind: 'not_set_up' }),
        state: async () => ({ isSet: false, callsToday: 0, costToday: 0, problem: null }),
      },
      elsewhere: new Set(),
      listening: { restart: async () => {}, stop: async () => {} },
      sources: { ...sources, gather: entering('gathering', (due, signal) => sources.gather(due, signal), 'delivering') },
      secrets: Object.assign(new MemoryOfSecrets(), { allowFile: async () => {} }),
      ids,
      logger,
      host: 'headless',
      pid: process.pid,
      version: 'simulated',
      systemZone: zone,
      dryRun: false,
    })
    const life: Life = { operator, db, clock, phase: 'idle' }
    this.#life = life
    operator.onCycle(() => (this.cycles += 1))
    try {
      await operator.start()
    } catch {
      // As a full disk may have it: the process ends with a message.
      this.#die()
    }
  }

  #channel(name: ChannelName, life: Life): Channel {
    return {
      name,
      abilities: { buttons: true, edit: false, withdraw: false },
      deliver: async (message, { deduplicationKey: key }) => {
        if (life.db.isDead) throw new Error('The process is gone.')
        const refusal = await this.#refusal(name)
        if (refusal !== null) return refusal
        // Another channel's message may have been the last meanwhile.
        if (life.db.isDead) throw new Error('The process is gone.')
        this.sent.push({ at: this.#clock.now(), channel: name, key, message, isUnrecorded: false })
        this.#hear(message)
        if (this.#nextDeath !== 'sent') return { outcome: 'delivered', receipt: String(this.sent.length) }
        this.#die()
        throw new Error('The process is gone.')
      },
    }
  }

  async #refusal(name: ChannelName): Promise<DeliveryResult | null> {
    if (name !== 'native' && this.#active('offline').length > 0) return { outcome: 'retry', reason: 'no way out', afterMs: null }
    const fault = this.#active('channel').find(({ channel }) => channel === name)
    switch (fault?.how) {
      case undefined:
        return null
      case 'transient':
        return { outcome: 'retry', reason: 'server error 500', afterMs: null }
      case 'throttled':
        return { outcome: 'retry', reason: 'too many requests', afterMs: 90 * second }
      case 'permanent':
        return { outcome: 'rejected', reason: 'chat not found' }
      case 'throwing':
        throw new Error('socket hang up')
      case 'silent':
        return new Promise(() => {})
    }
  }

  #hear(message: Message): void {
    if (this.#hasAcknowledged || !keysOf(message).includes('task:overdue')) return
    this.#hasAcknowledged = true
    this.#acknowledges = message.tells.filter(({ key }) => key === 'task:overdue').map(({ alertId }) => alertId)
  }
}
