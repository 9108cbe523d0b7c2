import { z } from 'zod'
import { isTimeZone } from '../domain/local-day.ts'
import { severities } from '../domain/severity.ts'
import { secretName, secretPattern } from './secret-reference.ts'

/**
 * The kinds of values in operator.yaml. Each says in one sentence what is allowed, and that sentence is its only error message: the loader puts
 * what was found before it. The description goes into the default file and the JSON Schema.
 */
function oneSentence(allowed: string): { readonly error: string } {
  return { error: allowed }
}

export function whole(otherwise: number, least: number, most: number, meaning: string) {
  const allowed = oneSentence(`a whole number from ${least} to ${most}`)
  return z.int(allowed).min(least, allowed).max(most, allowed).describe(`${meaning}; ${least} to ${most}`).default(otherwise)
}

export function decimal(otherwise: number, least: number, most: number, meaning: string) {
  const allowed = oneSentence(`a number from ${least} to ${most}`)
  return z.number(allowed).min(least, allowed).max(most, allowed).describe(`${meaning}; ${least} to ${most}`).default(otherwise)
}

export function yesNo(otherwise: boolean, meaning: string) {
  return z.boolean(oneSentence('true or false')).describe(meaning).default(otherwise)
}

export function oneOf<const Names extends readonly [string, ...string[]]>(otherwise: Names[number], names: Names, meaning: string) {
  // The cast only re-joins the union that zod splits into its own enum type.
  return z
    .enum(names, oneSentence(`one of ${names.join(', ')}`))
    .describe(`${meaning}: ${names.join(', ')}`)
    .default(otherwise as never)
}

export function text(otherwise: string, meaning: string) {
  const allowed = oneSentence('a text that is not empty')
  return z.string(allowed).trim().min(1, allowed).describe(meaning).default(otherwise)
}

export function optionalText(otherwise: string | null, meaning: string) {
  const allowed = oneSentence('a text that is not empty, or null')
  return z.string(allowed).trim().min(1, allowed).nullable().describe(meaning).default(otherwise)
}

const secretAllowed = 'the name of a secret, written ${NAME}, or null; keep the secret itself with `thanos secrets set NAME`'

/** A secret never stands in the file itself: only its name, as `${NAME}`. */
export function secret(otherwise: string | null, meaning: string) {
  return z
    .string(oneSentence(secretAllowed))
    .regex(secretPattern, oneSentence(secretAllowed))
    .nullable()
    .describe(meaning)
    .meta({ secret: true })
    .default(otherwise)
}

/** Credentials in a URL would be a secret in the file, so they are refused. */
function isPlainWebAddress(value: string): boolean {
  if (secretName(value) !== null) return true
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
}

export function webAddress(otherwise: string, meaning: string) {
  const allowed = oneSentence('an http or https address without a password in it, or ${NAME}')
  return z.string(allowed).refine(isPlainWebAddress, allowed).describe(meaning).default(otherwise)
}

export function optionalWebAddress(otherwise: string | null, meaning: string) {
  const allowed = oneSentence('an http or https address without a password in it, ${NAME}, or null')
  return z.string(allowed).refine(isPlainWebAddress, allowed).nullable().describe(meaning).default(otherwise)
}

const timeOfDay = oneSentence('a time from 00:00 to 23:59 such as "22:00", or a whole hour from 0 to 23')

function hoursAndMinutes(value: string | number): string {
  const [hours = '', rest = '00'] = String(value).split(':')
  return `${hours.padStart(2, '0')}:${rest}`
}

/** `"22:00"`, `22` and `"7"` alike; afterwards always HH:MM. */
const time = z
  .union(
    [z.string(timeOfDay).regex(/^([01]?\d|2[0-3])(:[0-5]\d)?$/, timeOfDay), z.int(timeOfDay).min(0, timeOfDay).max(23, timeOfDay)],
    timeOfDay,
  )
  .transform(hoursAndMinutes)

export function clockTime(otherwise: string, meaning: string) {
  return time.describe(meaning).default(otherwise)
}

export function optionalClockTime(meaning: string) {
  return time.describe(meaning).optional()
}

// Temporal takes offsets such as +02:00 for zones as well: those know no daylight saving and are refused here.
const isNamedZone = (value: string) => /^[A-Za-z]/.test(value) && isTimeZone(value)

export function zoneOrSystem(meaning: string) {
  const allowed = oneSentence('an IANA time zone such as Europe/Berlin, or system')
  return z
    .string(allowed)
    .refine((value) => value === 'system' || isNamedZone(value), allowed)
    .describe(meaning)
    .default('system')
}

export function optionalZone(meaning: string) {
  const allowed = oneSentence('an IANA time zone such as Europe/Berlin, or null')
  return z.string(allowed).refine(isNamedZone, allowed).nullable().describe(meaning).default(null)
}

/** Hours of the day; order and repetition do not matter. */
export function hoursOfDay(otherwise: readonly number[], meaning: string) {
  const allowed = oneSentence('a list of whole hours from 0 to 23, such as [9, 14]')
  return z
    .array(z.int(allowed).min(0, allowed).max(23, allowed), allowed)
    .overwrite((hours) => [...new Set(hours)].sort((a, b) => a - b))
    .describe(meaning)
    .default([...otherwise])
}

export function namesOff<const Names extends readonly [string, ...string[]]>(names: Names) {
  const allowed = oneSentence(`a list of ${names.join(', ')}`)
  return z
    .array(z.enum(names, allowed), allowed)
    .describe(`rules switched off: any of ${names.join(', ')}`)
    .default([])
}

export function texts(meaning: string) {
  const allowed = oneSentence('a list of texts that are not empty')
  return z.array(z.string(allowed).trim().min(1, allowed), allowed).describe(meaning).default([])
}

export function leastSeverity(otherwise: (typeof severities)[number]) {
  return oneOf(otherwise, [...severities, 'off'], 'least severity it takes')
}

/** A part of the file. Strict, and all defaults when absent. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape, meaning: string) {
  return z.strictObject(shape, oneSentence('a section with keys of its own')).describe(meaning)
}
