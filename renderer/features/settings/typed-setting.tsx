import { useEffect, useRef, useState } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import type { SettingField } from './setting-fields.ts'
import { parseText, textOf } from './setting-values.ts'
import { ThresholdPreview } from './threshold-preview.tsx'
import { useSetting } from './use-setting.ts'

type Typed = Extract<SettingField, { readonly kind: 'number' | 'time' | 'text' | 'hours' | 'list' }>

/** A setting that is typed: judged with every key, written when it is left and fine. A refused one stays as typed, with the reason. */
export function TypedSetting({ field, labelHidden = false }: { readonly field: Typed; readonly labelHidden?: boolean }) {
  const { value, label, hint, reset } = useSetting(field)
  const save = useFeature('settings', (state) => state.save)
  const shown = textOf(value)
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const text = draft ?? shown
  const judged = useJudgement(field, draft)
  const problem = draft === null ? refused : (judged ?? refused)

  const commit = async () => {
    if (draft === null) return
    const parsed = parseText(field, draft)
    if (!parsed.ok) return
    if (textOf(parsed.value) === shown) {
      setDraft(null)
      return
    }
    const answer = await save(field.path, parsed.value, label)
    setRefused(answer)
    if (answer === null) setDraft(null)
  }
  const change = (typed: string) => {
    setRefused(null)
    setDraft(typed)
  }
  const shape = field.kind === 'number' ? 'w-20!' : field.kind === 'time' ? 'w-34!' : ''
  return (
    <Field label={label} labelHidden={labelHidden} problem={problem} {...(hint === undefined ? {} : { hint })}>
      {(wiring) => (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {field.kind === 'number' && field.preview === true && (
              <input
                type="range"
                aria-label={label}
                min={field.min}
                max={field.max}
                step={field.step}
                value={Number(text)}
                onChange={(event) => change(event.target.value)}
                onPointerUp={() => void commit()}
                onKeyUp={() => void commit()}
                onBlur={() => void commit()}
                className="h-6 min-w-32 flex-1 accent-accent"
              />
            )}
            <span className={`flex items-center gap-2 ${shape === '' ? 'w-full max-w-md' : ''}`}>
              <input
                {...wiring}
                type={field.kind === 'time' ? 'time' : 'text'}
                inputMode={field.kind === 'number' ? 'decimal' : undefined}
                value={text}
                onChange={(event) => change(event.target.value)}
                onBlur={() => void commit()}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') void commit()
                  if (event.key === 'Escape') setDraft(null)
                }}
                className={`${controlLook} ${shape}`}
              />
              {field.kind === 'number' && (field.unit !== '' || field.preview === true) && (
                <span className={`text-s text-ink-2 ${field.preview === true ? 'w-10' : ''}`}>{field.unit}</span>
              )}
            </span>
            {reset !== null && (
              <Button kind="quiet" size="s" onClick={() => void save(field.path, reset.value, label)}>
                {reset.words}
              </Button>
            )}
          </div>
          {field.kind === 'number' && field.preview === true && problem === null && (
            <ThresholdPreview path={field.path} value={Number(text)} />
          )}
        </>
      )}
    </Field>
  )
}

/** What is wrong with a draft: its shape at once, the rest in the operator's words. The answer to an older draft is dropped. */
function useJudgement(field: Typed, draft: string | null): string | null {
  const validate = useFeature('settings', (state) => state.validate)
  const [answer, setAnswer] = useState<{ readonly draft: string; readonly problem: string | null } | null>(null)
  const latest = useRef(draft)
  const parsed = draft === null ? null : parseText(field, draft)
  useEffect(() => {
    latest.current = draft
    if (draft === null) return
    const shape = parseText(field, draft)
    if (!shape.ok) return
    const judge = async () => {
      const problem = await validate(field.path, shape.value)
      if (latest.current === draft) setAnswer({ draft, problem })
    }
    void judge()
  }, [draft, field, validate])
  if (parsed === null) return null
  if (!parsed.ok) return parsed.problem
  return answer?.draft === draft ? answer.problem : null
}
