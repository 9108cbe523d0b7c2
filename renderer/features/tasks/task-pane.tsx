import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { TaskView } from '../../../shared/model/task.ts'
import { valueOf } from '../../app/loaded.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useNow } from '../../app/use-now.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { SidePane } from '../../ui/side-pane.tsx'
import { dueWords } from './due-words.ts'
import { tasksStrings as words } from './strings.ts'
import { taskButtonId } from './task-row.tsx'
import type { TaskChange } from './tasks-store.ts'

const priorities = ['p0', 'p1', 'p2', 'p3'] as const
const drains = ['deep', 'shallow', 'admin'] as const

/** One task, edited in place: a field is saved when it is left, and each saving can be undone. */
export function TaskPane({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const update = useFeature('tasks', (state) => state.update)
  const send = useFeature('tasks', (state) => state.send)
  const connected = useFeature('status', (state) =>
    valueOf(state.status)?.sources.some(
      ({ condition, name }) => name === 'workos' && condition !== 'off' && condition !== 'not_configured',
    ),
  )
  // What came from there is there; what is on its way need not be sent again.
  const canSend = connected === true && task.source === 'local' && !task.pendingWrite
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string } | null>(null)
  const save = async (field: string, change: TaskChange) => {
    const refused = await update(task, change)
    setProblem(refused === null ? null : { field, words: refused })
  }
  const problemOf = (field: string) => (problem?.field === field ? problem.words : null)
  return (
    <SidePane title={words.editTitle} close={words.close} returnFocus={taskButtonId(task.id)} onClose={onClose}>
      <TextField
        label={words.fields.title}
        value={task.title}
        problem={problemOf('title')}
        onSave={(title) => void (title === '' ? setProblem({ field: 'title', words: words.titleProblem }) : save('title', { title }))}
      />
      <DueField task={task} />
      <div className="grid grid-cols-2 gap-x-3 gap-y-4">
        <Choice
          label={words.fields.priority}
          value={task.priority}
          options={priorities.map((priority) => [priority, priority.toUpperCase()])}
          onChange={(priority) => void save('priority', { priority })}
        />
        <Choice
          label={words.fields.drain}
          value={task.drain}
          options={drains.map((drain) => [drain, words.drains[drain]])}
          onChange={(drain) => void save('drain', { drain })}
        />
        <TextField
          label={words.fields.client}
          value={task.client ?? ''}
          problem={problemOf('client')}
          onSave={(client) => void save('client', { client: client === '' ? null : client })}
        />
        <TextField
          label={words.fields.effort}
          value={task.effortMinutes === null ? '' : String(task.effortMinutes)}
          problem={problemOf('effort')}
          onSave={(text) => {
            const minutes = Number(text)
            if (text !== '' && (!Number.isInteger(minutes) || minutes < 1)) setProblem({ field: 'effort', words: words.effortProblem })
            else void save('effort', { effortMinutes: text === '' ? null : minutes })
          }}
        />
      </div>
      <Field label={words.fields.notes} problem={problemOf('notes')}>
        {(wiring) => (
          <textarea
            {...wiring}
            key={task.notes}
            defaultValue={task.notes ?? ''}
            rows={6}
            maxLength={20_000}
            onBlur={(event) => {
              const notes = event.target.value === '' ? null : event.target.value
              if (notes !== task.notes) void save('notes', { notes })
            }}
            className={`${controlLook} resize-y py-1.5`}
          />
        )}
      </Field>
      {task.standing !== 'done' && (
        <div className="flex flex-wrap gap-2">
          {canSend && (
            <Button size="s" onClick={() => void send(task)}>
              {words.send}
            </Button>
          )}
          <Button size="s" onClick={() => void save('status', { status: 'cancelled' })}>
            {words.remove}
          </Button>
        </div>
      )}
      {task.pendingWrite && <p className="text-s text-ink-3">{words.sending}</p>}
    </SidePane>
  )
}

function TextField({
  label,
  value,
  problem,
  onSave,
}: {
  readonly label: string
  readonly value: string
  readonly problem: string | null
  readonly onSave: (value: string) => void
}) {
  const leave = (text: string) => {
    if (text.trim() !== value) onSave(text.trim())
  }
  return (
    <Field label={label} problem={problem}>
      {(wiring) => (
        // A new key with a new value: what the operator made of it, or an undo, shows at once.
        <input
          {...wiring}
          key={value}
          defaultValue={value}
          maxLength={500}
          onBlur={(event) => leave(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && leave(event.currentTarget.value)}
          className={controlLook}
        />
      )}
    </Field>
  )
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value | null) => void
}) {
  return (
    <Field label={label}>
      {(wiring) => (
        <Select
          {...wiring}
          value={value ?? ''}
          onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0] ?? null)}
        >
          <option value="">{words.none}</option>
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** A date in words; moving it later is counted. */
function DueField({ task }: { readonly task: TaskView }) {
  const reschedule = useFeature('tasks', (state) => state.reschedule)
  const formats = useFormats()
  const today = formats.dayOf(useNow())
  const [phrase, setPhrase] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const due = task.due === null || task.dueDay === null ? words.noDate : dueWords(task.due, task.dueDay, today, formats)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (phrase.trim() === '') return
    const refused = await reschedule([task], { phrase: phrase.trim() })
    setProblem(refused)
    if (refused === null) setPhrase('')
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Field label={`${words.fields.due}: ${due}`} problem={problem}>
        {(wiring) => (
          <div className="flex gap-2">
            <input
              {...wiring}
              value={phrase}
              maxLength={200}
              placeholder={words.movePhraseHint}
              onChange={(event) => setPhrase(event.target.value)}
              className={controlLook}
            />
            <Button type="submit" disabled={phrase.trim() === ''}>
              {words.move}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
