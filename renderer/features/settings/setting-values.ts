import type { SettingField } from './setting-field.ts'
import { settingsStrings as words } from './strings.ts'

type Values = Readonly<Record<string, unknown>>

/** What stands at a dotted path; undefined where nothing does. */
export function valueAt(values: Values, path: string): unknown {
  let at: unknown = values
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(key in at)) return undefined
    at = (at as Values)[key] // an object with that key
  }
  return at
}

/** A value as its field shows it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string }

/** What was typed, as the configuration takes it. Only the shape is looked at here; ranges and names are the operator's to judge. */
export function parseText(field: SettingField, text: string): Parsed {
  const typed = text.trim()
  const list = typed === '' ? [] : typed.split(',').map((part) => part.trim())
  switch (field.kind) {
    case 'number': {
      const number = Number(typed.replace(',', '.'))
      return typed === '' || Number.isNaN(number) ? { ok: false, problem: words.notANumber } : { ok: true, value: number }
    }
    case 'hours': {
      const hours = list.map(Number)
      const fine = hours.every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 23)
      return fine ? { ok: true, value: hours } : { ok: false, problem: words.notHours }
    }
    case 'list': {
      if (field.numbers !== true) return { ok: true, value: list }
      const numbers = list.map(Number)
      return numbers.some(Number.isNaN) ? { ok: false, problem: words.notNumbers } : { ok: true, value: numbers }
    }
    case 'time':
    case 'text':
      return { ok: true, value: typed === '' && field.optional === true ? null : typed }
    case 'choice':
    case 'switch':
    case 'rules':
      return { ok: true, value: typed }
  }
}
