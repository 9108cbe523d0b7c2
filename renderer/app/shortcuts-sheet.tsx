import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { modifierName } from './platform.ts'
import { screens } from './screens.tsx'
import { useFeature } from './services.tsx'
import { shortcutStrings as words } from './shortcut-strings.ts'

/** Every key there is. */
export function ShortcutsSheet() {
  const close = useFeature('shell', (shell) => shell.close)
  const groups = [
    {
      title: words.everywhere,
      keys: [
        [`${modifierName()} K`, words.palette],
        ['?', words.sheet],
        ['Z', words.undo],
        ['/', words.search],
      ],
    },
    {
      title: words.inbox,
      keys: [
        ['J', words.next],
        ['K', words.previous],
        ['E', words.acknowledge],
        ['S', words.snooze],
        ['R', words.resolve],
        ['D', words.dismiss],
      ],
    },
    {
      title: words.tasks,
      keys: [
        ['N', words.add],
        ['J', words.next],
        ['K', words.previous],
        ['E', words.complete],
        ['M', words.move],
        ['Enter', words.edit],
      ],
    },
    {
      title: words.captures,
      keys: [
        ['N', words.capture],
        ['J', words.next],
        ['K', words.previous],
        ['Enter', words.accept],
        ['1 … 9', words.classes],
        ['D', words.dismiss],
        ['U', words.takeBack],
      ],
    },
    { title: words.go, keys: screens.map((screen) => [`G ${screen.key.toUpperCase()}`, screen.title]) },
  ]
  return (
    <Dialog label={words.title} onClose={close} className="w-[min(56rem,calc(100vw-2rem))]">
      <div className="flex max-h-[85vh] flex-col">
        <header className="flex items-center justify-between border-b border-line px-5 py-3">
          <h2 className="text-l">{words.title}</h2>
          <Button size="s" onClick={close}>
            {words.close}
          </Button>
        </header>
        <ScrollRegion label={words.title} className="columns-[15rem] gap-9 overflow-y-auto px-5 py-4">
          {groups.map((group) => (
            <section key={group.title} className="mb-5 break-inside-avoid">
              <h3 className="mb-1.5 text-s font-medium text-ink-3">{group.title}</h3>
              <dl>
                {group.keys.map(([key = '', name]) => (
                  <div key={key} className="flex min-h-7 items-center justify-between gap-4">
                    <dt>{name}</dt>
                    <dd className="flex gap-1">
                      <span className="sr-only">{key}</span>
                      {key.split(' ').map((part) => (
                        <Kbd key={part}>{part}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </ScrollRegion>
      </div>
    </Dialog>
  )
}
