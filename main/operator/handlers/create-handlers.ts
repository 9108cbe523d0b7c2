import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { ConfigurationKeeper } from '../configuration-keeper.ts'
import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import type { Captures } from '../captures/create-captures.ts'
import { alertHandlers } from './alert-handlers.ts'
import { captureHandlers } from './capture-handlers.ts'
import { dataHandlers, type DataTools } from './data-handlers.ts'
import { importHandlers, type ImportTools } from './import-handlers.ts'
import { overviewHandlers, type OverviewTools } from './overview-handlers.ts'
import { promiseHandlers } from './promise-handlers.ts'
import { settingsHandlers } from './settings-handlers.ts'
import { sourceHandlers, type ConnectionTools } from './source-handlers.ts'
import { taskHandlers } from './task-handlers.ts'

type Tools = OverviewTools &
  DataTools &
  ImportTools &
  ConnectionTools & { readonly keeper: ConfigurationKeeper; readonly captures: () => Promise<Captures>; readonly adviser: CaptureAdviser }

/** Everything the window and the command line can ask for. A channel without its handler does not compile. */
export function createHandlers(tools: Tools): Handlers {
  return {
    ...alertHandlers(tools),
    ...taskHandlers(tools),
    ...promiseHandlers(tools),
    ...captureHandlers(tools, tools.captures, tools.adviser, () => tools.keeper.current().capture.claude.max_calls_per_day),
    ...overviewHandlers(tools),
    ...settingsHandlers(tools, tools.keeper),
    ...sourceHandlers(tools),
    ...dataHandlers(tools),
    ...importHandlers(tools),
  }
}
