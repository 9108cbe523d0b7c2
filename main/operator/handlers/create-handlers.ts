import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ConfigurationKeeper } from '../configuration-keeper.ts'
import { hasQueuedChange } from '../../store/remote-changes.ts'
import { alertHandlers } from './alert-handlers.ts'
import { overviewHandlers, type OverviewTools } from './overview-handlers.ts'
import { promiseHandlers } from './promise-handlers.ts'
import { settingsHandlers } from './settings-handlers.ts'
import { sourceHandlers, type ConnectionTools } from './source-handlers.ts'
import { taskHandlers } from './task-handlers.ts'

/** Everything the window and the command line can ask for. A channel without its handler does not compile. */
export function createHandlers(tools: OverviewTools & ConnectionTools & { readonly keeper: ConfigurationKeeper }): Handlers {
  return {
    ...alertHandlers(tools),
    ...taskHandlers(tools, (taskId) => hasQueuedChange(tools.db, taskId)),
    ...promiseHandlers(tools),
    ...overviewHandlers(tools),
    ...settingsHandlers(tools, tools.keeper),
    ...sourceHandlers(tools),
  }
}
