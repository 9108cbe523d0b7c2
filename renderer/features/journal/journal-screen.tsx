import { Download, ListFilter, NotebookText, SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { saveFile } from '../../app/save-file.ts'
import { ScreenHeader } from '../../app/screen-header.tsx'
import { useFeature, useParts } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { useShortcuts } from '../../app/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuCheck, MenuLabel } from '../../ui/menu.tsx'
import { Message } from '../../ui/message.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { JournalList } from './journal-list.tsx'
import { journalStrings as words } from './strings.ts'

const severities = ['critical', 'alert', 'warning', 'info', 'debug'] as const

/** Everything that happened, in the order in which it did; nothing in it is ever changed. */
export function JournalScreen() {
  const journal = useParts('journal', 'entries', 'load', 'phase', 'problem', 'search', 'setFilter', 'severities')
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => field.current?.focus() })
  const { load } = journal
  useEffect(() => {
    void load()
  }, [load])
  const narrowed = journal.search.trim() !== '' || journal.severities.length > 0
  return (
    <>
      <ScreenHeader title={words.title}>
        <SaveButton />
      </ScreenHeader>
      <div className="flex items-center border-b border-line pr-2.5">
        <SearchField ref={field} label={words.search} value={journal.search} onChange={(search) => void journal.setFilter({ search })} />
        <Menu
          align="end"
          trigger={
            <Button
              kind="quiet"
              size="s"
              aria-label={words.filter}
              className={journal.severities.length > 0 ? 'bg-accent-soft! text-accent!' : ''}
            >
              <ListFilter aria-hidden="true" />
              {journal.severities.length > 0 && journal.severities.length}
            </Button>
          }
        >
          <MenuLabel>{words.severity}</MenuLabel>
          {severities.map((severity) => (
            <MenuCheck
              key={severity}
              checked={journal.severities.includes(severity)}
              onChange={(on) =>
                void journal.setFilter({
                  severities: on ? [...journal.severities, severity] : journal.severities.filter((one) => one !== severity),
                })
              }
            >
              {words.severities[severity]}
            </MenuCheck>
          ))}
        </Menu>
      </div>
      {journal.phase === 'loading' && <Skeleton label={words.loading} />}
      {journal.phase === 'failed' && (
        <Message words={[words.failed, journal.problem ?? '']} tone="problem">
          <Button onClick={() => void load()}>{words.retry}</Button>
        </Message>
      )}
      {journal.phase === 'ready' && journal.entries.length === 0 && (
        <Message icon={narrowed ? SearchX : NotebookText} words={narrowed ? words.nothing : words.empty} />
      )}
      {journal.phase === 'ready' && journal.entries.length > 0 && <JournalList />}
      {journal.phase === 'ready' && journal.problem !== null && (
        <p role="alert" className="border-t border-line px-5 py-2 text-s text-ink-2">
          {words.moreFailed} {journal.problem}
        </p>
      )}
    </>
  )
}

function SaveButton() {
  const gather = useFeature('journal', (state) => state.gather)
  const saving = useFeature('journal', (state) => state.saving)
  const refuse = useFeature('undo', (state) => state.refuse)
  const today = useFormats().dayOf(useNow())
  const save = async () => {
    try {
      saveFile(`journal-${today}.jsonl`, 'application/jsonl', await gather())
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <Button size="s" disabled={saving !== null} onClick={() => void save()}>
      <Download aria-hidden="true" />
      {saving === null ? words.save : words.saving(saving)}
    </Button>
  )
}
