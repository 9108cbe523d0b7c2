import { Worker } from 'node:worker_threads'
import { OperatorError } from '../domain/operator-error.ts'
import { flags, type DataMessage, type DataOrder } from '../store/data-messages.ts'
import type { DataWorkInput, DataWorkName, DataWorkResult } from '../store/data-work.ts'

/** Does its work while everybody else of the process stands aside. */
export type Alone = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Lengthy work on the database, away from the thread that answers the owner: one piece at a time, in the order it was asked for. */
export type DataThread = {
  /** Rejects with OperatorError as the work itself does, and `failed` where the thread could not be started or died. */
  readonly run: <Name extends DataWorkName>(name: Name, input: DataWorkInput<Name>, alone?: Alone) => Promise<DataWorkResult<Name>>
  /** Nothing new begins, and what runs stops where it can, clearing away what it had begun; settles when it has. */
  readonly stop: () => Promise<void>
}

const unhindered: Alone = (work) => work()

/** `script` is the thread's entry, main/data-worker.ts as it was built; `path` the database. A thread lives as long as one piece of work, so none is kept in memory. */
export function createDataThread({ script, path }: { readonly script: string; readonly path: string }): DataThread {
  let last: Promise<unknown> = Promise.resolve()
  let isStopped = false
  let unwanted: () => void = () => undefined

  function begin(order: Omit<DataOrder, 'shared' | 'path'>, alone: Alone): Promise<unknown> {
    if (isStopped) throw new OperatorError('stopped', 'It was not begun, because the program ends. Nothing was changed.')
    const numbers = new Int32Array(new SharedArrayBuffer(8))
    const raise = (flag: number) => {
      Atomics.store(numbers, flag, 1)
      Atomics.notify(numbers, flag)
    }
    unwanted = () => {
      raise(flags.unwanted)
      raise(flags.mayWrite)
    }
    const workerData: DataOrder = { ...order, path, shared: numbers.buffer }
    return listen(new Worker(script, { workerData, name: 'data' }), alone, () => raise(flags.mayWrite))
  }

  return {
    run(name, input, alone = unhindered) {
      const result = last.then(() => begin({ name, input }, alone))
      last = result.catch(() => undefined)
      // The thread answers what the work of this name answers: both are built from the same sources.
      return result as Promise<DataWorkResult<typeof name>>
    },
    async stop() {
      isStopped = true
      unwanted()
      await last
    },
  }
}

/** The thread's answer, once it has ended: then its connection is closed too. */
function listen(worker: Worker, alone: Alone, mayWrite: () => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let together: () => void = () => undefined
    let answer: Extract<DataMessage, { kind: 'done' | 'failed' }> | null = null
    let fault: unknown = null

    worker.on('message', (message: DataMessage) => {
      switch (message.kind) {
        case 'alone': {
          const { promise, resolve: ended } = Promise.withResolvers<void>()
          together = ended
          // Whoever did not stand aside may have to wait for the lock; the work itself is not worth less for it.
          alone(() => (mayWrite(), promise)).catch(mayWrite)
          break
        }
        case 'together':
          together()
          break
        case 'done':
        case 'failed':
          answer = message
      }
    })
    worker.on('error', (error) => (fault = error))
    worker.on('exit', () => {
      together()
      if (answer?.kind === 'done') resolve(answer.result)
      else reject(answer === null ? diedOf(fault) : errorOf(answer))
    })
  })
}

function errorOf({ code, message, stack }: Extract<DataMessage, { kind: 'failed' }>): Error {
  if (code !== null) return new OperatorError(code, message)
  const error = new Error(message)
  error.stack = stack
  return error
}

function diedOf(fault: unknown): OperatorError {
  const reason = fault instanceof Error ? fault.message : 'it ended without an answer'
  return new OperatorError(
    'failed',
    `The work on the database was broken off: its thread could not go on (${reason}). The database is as it was; try again, and look at \`thanos doctor\` where it happens twice.`,
    { cause: fault },
  )
}
