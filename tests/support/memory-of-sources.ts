import type { SourceName } from '../../main/domain/source-state.ts'
import type { SourceMemory, SourceRecord } from '../../main/ports/source-memory.ts'

/** Source states kept in this process; `copy` is what a restart would find. */
export class MemoryOfSources implements SourceMemory {
  readonly records = new Map<SourceName, string>()
  readonly values = new Map<SourceName, { readonly value: string; readonly readAt: number }>()

  load(name: SourceName): SourceRecord | null {
    const text = this.records.get(name)
    return text === undefined ? null : (JSON.parse(text) as SourceRecord)
  }

  save(record: SourceRecord): void {
    this.records.set(record.state.name, JSON.stringify(record))
  }

  recall(name: SourceName) {
    const found = this.values.get(name)
    return found === undefined ? null : { value: JSON.parse(found.value) as unknown, readAt: found.readAt }
  }

  remember(name: SourceName, value: unknown, readAt: number): void {
    this.values.set(name, { value: JSON.stringify(value), readAt })
  }
}
