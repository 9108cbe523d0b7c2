/** What the process takes and the disk has left, in bytes. */
export type MachineResources = {
  readonly residentBytes: number
  /** Null where the system cannot say. */
  readonly freeBytes: number | null
}

export interface ResourceMeter {
  read(): MachineResources
}
