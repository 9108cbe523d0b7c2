import { doDataWork } from './store/do-data-work.ts'

/** The entry of the thread for lengthy work on the database; beside the hosts' entries, so that both find it in sources, build and archive alike. */
doDataWork()
