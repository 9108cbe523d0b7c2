import { parentPort, workerData } from 'node:worker_threads'
import { OperatorError } from '../domain/operator-error.ts'
import { flags, type DataMessage, type DataOrder } from './data-messages.ts'
import { dataWork } from './data-work.ts'
import type { WorkControl } from './work-control.ts'

/** The thread's whole life: one piece of work, and its answer. Started by main/operator/data-thread.ts, which checks order and answer against each other. */
export function doDataWork(): void {
  // What the other side passes: both are built from the same sources.
  const { input, name, path, shared } = workerData as DataOrder
  const numbers = new Int32Array(shared)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const say = (message: DataMessage) => parentPort?.postMessage(message)

  const control: WorkControl = {
    assertWanted() {
      if (Atomics.load(numbers, flags.unwanted) !== 0)
        throw new OperatorError('stopped', 'It was stopped before it was done, because the program ends. Nothing was changed.')
    },
    alone(write) {
      say({ kind: 'alone' })
      Atomics.wait(numbers, flags.mayWrite, 0)
      try {
        control.assertWanted()
        return write()
      } finally {
        Atomics.store(numbers, flags.mayWrite, 0)
        say({ kind: 'together' })
      }
    },
  }

  try {
    control.assertWanted()
    // The input is that of the work of this name, as the caller's types say; the table cannot know which.
    const work = dataWork[name] as (path: string, input: unknown, control: WorkControl) => unknown
    say({ kind: 'done', result: work(path, input, control) })
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    say({ kind: 'failed', code: error instanceof OperatorError ? error.code : null, message, stack })
  }
}
