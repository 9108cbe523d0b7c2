import { acquireProcessLock } from '../../../main/store/process-lock.ts'

/** Holds the lock of a data folder until it is killed. */
const [folder = ''] = process.argv.slice(2)
acquireProcessLock(folder, { pid: process.pid, host: 'test', now: 0 })
process.send?.('held')
setInterval(() => {}, 60_000)
