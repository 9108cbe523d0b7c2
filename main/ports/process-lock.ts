/** A lock that also holds against other processes of the same data folder. */
export interface ProcessLock {
  /** Runs the action alone; waits for its turn. Throws OperatorError `held_by_another` when the turn does not come within `patienceMs`. */
  alone<Value>(action: () => Promise<Value>, patienceMs: number): Promise<Value>
}
