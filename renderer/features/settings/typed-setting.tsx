import { useEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { useFeature } from '../../app/services.tsx'
import { Field, controlLook } from '../../ui/field.tsx'
import type { FieldWiring } from '../../ui/field.tsx'
import type { SettingField } from './setting-field.ts'
import { SettingRow } from './setting-row.tsx'
import { parseText, textOf } from './setting-values.ts'
import { ThresholdPreview } from './threshold-preview.tsx'
import { useSetting } from './use-setting.ts'

type Typed = Extract<SettingField, { readonly kind: 'number' | 'time' | 'text' | 'hours' | 'list' }>

/** A setting that is typed: judged with every key, written when it is left and fine. A refused one stays as typed, with the reason. */
export function TypedSetting({ field, labelHidden = false }: { readonly field: Typed; readonly labelHidden?: boolean }) {
  const setting = useSetting(field)
  const { value, label } = setting
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
    // What was typed while this was being written is still to come: a slider moved twice in haste would stop at the first step.
    if (answer === null) setDraft((now) => (now === draft ? null : now))
  }
  const change = (typed: string) => {
    setRefused(null)
    setDraft(typed)
  }
  const unit = field.kind === 'number' ? field.unit : ''
  const input = (wiring: FieldWiring) => (
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
      className={`${controlLook} ${widths[field.kind]}`}
      // Room for the unit, which stands in the field: numbers, times and switches all end on one edge.
      style={unit === '' ? undefined : { paddingRight: `${unit.length * 0.42 + 1.1}rem` }}
    />
  )
  if (labelHidden) {
    return (
      <Field label={label} labelHidden problem={problem}>
        {input}
      </Field>
    )
  }
  const tried = field.kind === 'number' && field.preview === true
  return (
    <SettingRow
      setting={setting}
      problem={problem}
      note={tried && <ThresholdPreview path={field.path} value={Number(text)} />}
      onReset={(fallback) => void save(field.path, fallback, label)}
    >
      {(wiring) => (
        <>
          {tried && (
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
              className="slider w-40"
              style={{ '--filled': `${((Number(text) - field.min) / (field.max - field.min)) * 100}%` } as CSSProperties} // a custom property of the style sheet
            />
          )}
          <span className="relative">
            {input(wiring)}
            {unit !== '' && (
              <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-s text-ink-3">{unit}</span>
            )}
          </span>
        </>
      )}
    </SettingRow>
  )
}

const widths: Readonly<Record<Typed['kind'], string>> = {
  number: 'w-30! tabular-nums',
  time: 'w-28!',
  text: 'w-64!',
  hours: 'w-44!',
  list: 'w-64!',
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
