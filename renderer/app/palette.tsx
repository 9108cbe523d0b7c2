import { Command } from 'cmdk'
import { Settings } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AlertView } from '../../shared/model/alert.ts'
import type { TaskView } from '../../shared/model/task.ts'
import { settingsStrings } from '../features/settings/strings.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { paletteStrings as words } from './palette-strings.ts'
import { screens } from './screens.tsx'
import { settingsWith } from './settings-with.ts'
import { useFeature, useServices } from './services.tsx'
import { useCommands } from './use-commands.ts'

const item =
  'flex min-h-9 items-center gap-3 rounded-control px-3 aria-selected:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2'
const group =
  'p-1.5 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-s [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3'

type Found = { readonly alerts: readonly AlertView[]; readonly tasks: readonly TaskView[] }
const nothing: Found = { alerts: [], tasks: [] }

/** One field for everything: screens, commands, and what the operator knows by these words. */
export function Palette() {
  const close = useFeature('shell', (shell) => shell.close)
  const go = useFeature('router', (router) => router.go)
  const [search, setSearch] = useState('')
  const found = useFound(search)
  const commands = useCommands()
  const settings = settingsWith(search)
  const run = (act: () => void) => () => {
    close()
    act()
  }
  return (
    <Dialog label={words.title} onClose={close} className="mt-[12vh] w-[min(36rem,calc(100vw-2rem))]">
      <Command label={words.title} loop>
        <Command.Input
          data-first-focus
          value={search}
          onValueChange={setSearch}
          placeholder={words.placeholder}
          className="w-full border-b border-line bg-transparent px-4.5 py-3.5 text-l outline-none"
        />
        <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto">
          <Command.Empty className="px-4 py-8 text-center text-ink-2">{words.empty}</Command.Empty>
          <Command.Group heading={words.screens} className={group}>
            {screens.map((screen) => (
              <Command.Item key={screen.id} value={`screen ${screen.title}`} onSelect={run(() => go(screen.id))} className={item}>
                <screen.icon aria-hidden="true" strokeWidth={1.7} />
                {screen.title}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={words.commands} className={group}>
            {commands.map((command) => (
              <Command.Item key={command.title} value={`command ${command.title}`} onSelect={run(command.run)} className={item}>
                <command.icon aria-hidden="true" strokeWidth={1.7} />
                {command.title}
              </Command.Item>
            ))}
          </Command.Group>
          {settings.length > 0 && (
            <Command.Group heading={words.settings} className={group}>
              {settings.map(({ label, path, section }) => (
                <Command.Item
                  key={path}
                  value={`setting ${path}`}
                  keywords={[search]}
                  onSelect={run(() => go('settings', `${section}/${path}`))}
                  className={item}
                >
                  <Settings aria-hidden="true" strokeWidth={1.7} />
                  <span className="truncate">{label}</span>
                  <span className="ml-auto shrink-0 text-s text-ink-3">{settingsStrings.sections[section]}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {found.alerts.length > 0 && (
            <Command.Group heading={words.alerts} className={group}>
              {found.alerts.map((alert) => (
                <Command.Item
                  key={alert.id}
                  value={`alert ${alert.title} ${alert.id}`}
                  keywords={[search]}
                  onSelect={run(() => go('inbox', alert.id))}
                  className={item}
                >
                  <SeverityMark severity={alert.severity} />
                  <span className="truncate">{alert.title}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {found.tasks.length > 0 && (
            <Command.Group heading={words.tasks} className={group}>
              {found.tasks.map((task) => (
                <Command.Item
                  key={task.id}
                  value={`task ${task.title} ${task.id}`}
                  keywords={[search]}
                  onSelect={run(() => go('tasks', task.id))}
                  className={item}
                >
                  <span className="truncate">{task.title}</span>
                  {task.client !== null && <span className="ml-auto text-s text-ink-3">{task.client}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
        <p aria-hidden="true" className="flex items-center gap-4 border-t border-line px-4.5 py-2 text-s text-ink-3">
          {words.hints.map(([key, meaning]) => (
            <span key={key} className="flex items-center gap-1.5">
              <Kbd>{key}</Kbd> {meaning}
            </span>
          ))}
        </p>
      </Command>
    </Dialog>
  )
}

/** Asks the operator for alerts and tasks with these words; the answers of an older question are dropped. */
function useFound(search: string): Found {
  const { client } = useServices()
  const text = search.trim()
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    if (text.length < 2) return
    let current = true
    const ask = async () => {
      const [alerts, tasks] = await Promise.all([
        client.call('alerts:list', { search: text, limit: 6 }),
        client.call('tasks:list', { view: 'all', search: text, limit: 6 }),
      ])
      if (current) setFound({ alerts: alerts.alerts, tasks: tasks.tasks })
    }
    // The palette still jumps to screens when the operator is away.
    ask().catch(() => current && setFound(nothing))
    return () => {
      current = false
    }
  }, [client, text])
  return text.length < 2 ? nothing : found
}
