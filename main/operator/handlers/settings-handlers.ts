import type { Handlers } from '../../../shared/ipc/contract.ts'
import { changedPaths } from '../changed-paths.ts'
import type { ConfigurationKeeper } from '../configuration-keeper.ts'
import { previewThreshold } from '../preview-threshold.ts'
import type { HandlerTools } from './handler-tools.ts'

type SettingsHandlers = Pick<Handlers, Extract<keyof Handlers, `settings:${string}`>>

/** The configuration file, edited from the window; its comments stay. */
export function settingsHandlers({ db, clock, settings, changed }: HandlerTools, keeper: ConfigurationKeeper): SettingsHandlers {
  async function values() {
    const [current, defaults] = [{ ...keeper.current() }, { ...(await keeper.defaults()) }]
    return { values: current, defaults, changed: [...changedPaths(current, defaults)] }
  }
  return {
    'settings:get': async () => ({ file: keeper.file, ...(await values()), problems: [...keeper.problems()] }),
    'settings:validate': async ({ path, value }) => ({ problem: await keeper.problemWith(path, value) }),
    'settings:set': async ({ path, value }) => {
      await keeper.set(path, value)
      changed(['settings', 'status', 'alerts', 'health'])
      return values()
    },
    'settings:preview': ({ path, value, days }) => previewThreshold(db, settings(), { path, value, days }, clock.now()),
  }
}
