import type { LogFields } from '../../ports/logger.ts'

export type Redactor = {
  /** From now on this value appears in no line, in whatever form. Short values are left: they would blot out ordinary words. */
  readonly addSecret: (value: string) => void
  readonly line: (event: string, fields: LogFields) => string
  /** The same of any text; its lines stay lines. */
  readonly text: (text: string) => string
}

const hidden = '[redacted]'
const leastSecretLength = 6

/** Fields whose names say that they carry a secret, or the words of a message or a capture. */
const hiddenNames =
  /token|password|passwd|passphrase|secret|authori[sz]ation|cookie|credential|api_?key|^(body|text|title|content|notes|capture|raw)$/i

/** What looks like a secret wherever it stands, for those that nobody registered. */
const hiddenShapes: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer)\s+[\w.~+/=-]{4,}/gi, `$1 ${hidden}`],
  [/\b(Basic)\s+[A-Za-z0-9+/]{12,}=*/g, `$1 ${hidden}`],
  // The user's part of an address: https://me:password@host.
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${hidden}@`],
  [/([?&;](?:access_|refresh_|api_?|auth_?|client_)?(?:token|key|secret|password|code|signature)=)[^&\s"']+/gi, `$1${hidden}`],
  [/(?<!\d)\d{6,}:[\w-]{30,}/g, hidden],
  [/\bsk-[\w-]{8,}/g, hidden],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, hidden],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, hidden],
]

/** Makes log lines in which no secret can stand: known values, telling names and telling shapes are taken out of every field and of the event. */
export function createRedactor(): Redactor {
  // Longest first, so that a secret within another does not leave the rest of the longer one standing.
  let secrets: readonly string[] = []
  const clean = (text: string) => {
    const withoutKnown = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
    return hiddenShapes.reduce((rest, [shape, replacement]) => rest.replace(shape, replacement), withoutKnown)
  }
  return {
    text: clean,
    addSecret: (value) => {
      if (value.length < leastSecretLength) return
      secrets = [...new Set([...secrets, ...formsOf(value)])].sort((a, b) => b.length - a.length)
    },
    line: (event, fields) => {
      const parts = Object.entries(fields).map(([name, value]) => {
        const shown = hiddenNames.test(name) && value !== null && typeof value !== 'boolean' ? hidden : clean(String(value))
        return `${plain(clean(name))}=${quoted(shown)}`
      })
      return [plain(clean(event)), ...parts].join(' ')
    },
  }
}

/** A secret as it may turn up after somebody else encoded it, or encoded a text that it was part of. */
function formsOf(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const twice = JSON.stringify(json).slice(1, -1)
  const address = new URLSearchParams({ value }).toString().slice('value='.length)
  return [value, encodeURIComponent(value), encodeURI(value), address, json, twice, ...base64FormsOf(Buffer.from(value))]
}

/** Base64 reads three bytes at a time, so there are three ways to write what stands in the midst of a longer text (`user:password`, say). */
function base64FormsOf(bytes: Buffer): readonly string[] {
  const whole = [bytes.toString('base64'), bytes.toString('base64url')]
  const within = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64url')
      .slice(before === 0 ? 0 : 4, -1)
    return [text, text.replaceAll('-', '+').replaceAll('_', '/')]
  })
  return [...whole, ...within.filter((form) => form.length >= leastSecretLength)]
}

/** One line an event: whatever could end or forge a line is written as an escape. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function quoted(text: string): string {
  return /^[\w.:/@+-]+$/.test(text) ? text : plain(JSON.stringify(text))
}
