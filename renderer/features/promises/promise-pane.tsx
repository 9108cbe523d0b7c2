import { useRef, useState } from 'react'
import type { PromiseView } from '../../../shared/model/task.ts'
import { useFeature } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { SidePane } from '../../ui/side-pane.tsx'
import { draftMessage } from './draft-message.ts'
import type { PromiseChange } from './promises-store.ts'
import { promiseButtonId } from './promise-row.tsx'
import { promisesStrings as words } from './strings.ts'

const statuses = ['active', 'kept', 'broken', 'renegotiated', 'cancelled'] as const

/** One promise, edited in place; for a late one, words to send. */
export function PromisePane({ promise, onClose }: { readonly promise: PromiseView; readonly onClose: () => void }) {
  const update = useFeature('promises', (state) => state.update)
  const [problem, setProblem] = useState<{ readonly field: string; readonly words: string } | null>(null)
  const formats = useFormats()
  const draft = draftMessage(promise, formats)
  const save = async (field: string, change: PromiseChange) => {
    const refused = await update(promise, change)
    setProblem(refused === null ? null : { field, words: refused })
  }
  const text = (name: 'what' | 'to') => (
    <Field label={words.fields[name]} problem={problem?.field === name ? problem.words : null}>
      {(wiring) => (
        <input
          {...wiring}
          key={promise[name]}
          defaultValue={promise[name]}
          maxLength={500}
          onBlur={(event) => {
            const value = event.target.value.trim()
            if (value === '') setProblem({ field: name, words: words.emptyProblem })
            else if (value !== promise[name]) void save(name, { [name]: value })
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className={controlLook}
        />
      )}
    </Field>
  )
  return (
    <SidePane title={words.pane} close={words.close} returnFocus={promiseButtonId(promise.id)} onClose={onClose}>
      {text('what')}
      {text('to')}
      <Field label={words.fields.due} problem={problem?.field === 'due' ? problem.words : null}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            key={promise.dueDay}
            defaultValue={promise.dueDay ?? ''}
            onBlur={(event) => {
              const day = event.target.value
              if (day !== (promise.dueDay ?? '')) void save('due', { due: day === '' ? null : { kind: 'day', day } })
            }}
            className={controlLook}
          />
        )}
      </Field>
      <Field label={words.fields.status}>
        {(wiring) => (
          <Select
            {...wiring}
            value={promise.status}
            onChange={(event) => {
              const status = statuses.find((one) => one === event.target.value)
              if (status !== undefined) void save('status', { status })
            }}
          >
            {statuses.map((status) => (
              <option key={status} value={status}>
                {words.statusChoices[status]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft !== null && <Draft text={draft} />}
    </SidePane>
  )
}

function Draft({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const words = area.current?.value ?? ''
    // The desktop grants pages no permission at all, the clipboard's included; copying what is selected needs none.
    await navigator.clipboard.writeText(words).catch(() => {
      area.current?.select()
      document.execCommand('copy')
    })
    setCopied(true)
  }
  return (
    <Field label={words.draftTitle}>
      {(wiring) => (
        <>
          <textarea
            {...wiring}
            ref={area}
            rows={6}
            defaultValue={text}
            onChange={() => setCopied(false)}
            className={`${controlLook} py-1.5`}
          />
          <Button size="s" className="self-start" onClick={() => void copy()}>
            {copied ? words.copied : words.copy}
          </Button>
        </>
      )}
    </Field>
  )
}
