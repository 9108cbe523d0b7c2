import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { operatorErrorCodes } from '../../main/domain/operator-error.ts'
import { sourceErrorCodes } from '../../main/domain/source-error.ts'

/** Where a message begins: one of the errors that a person is shown, or a helper that makes one. */
const makers = /new (?:OperatorError|UsageError|SourceError)\(|(?<![\w.])(?:made|refuse|refusal)\(/g

/** Files whose every sentence is shown, wherever in it they stand. */
const spoken = [
  'main/store/sqlite-errors.ts',
  'main/store/process-lock.ts',
  'main/headless/http/http-server.ts',
  'main/headless/http/read-json-body.ts',
  'main/adapters/keychain/keychain.ts',
  'main/adapters/keychain/probe-secret-service.ts',
  'main/adapters/oura/refusal.ts',
  'main/adapters/service/service-manager.ts',
  'main/operator/data-thread.ts',
  'main/resilience/blame.ts',
]

type Literal = { readonly text: string; readonly end: number }

/** The string or template that begins at `start`, its insertions written as `…`. */
function literalAt(code: string, start: number): Literal {
  const quote = code.charAt(start)
  let text = ''
  let at = start + 1
  while (code.charAt(at) !== quote) {
    if (code.charAt(at) === '\\') {
      text += code.charAt(at + 1)
      at += 2
    } else if (quote === '`' && code.startsWith('${', at)) {
      text += '…'
      at = closing(code, at + 1)
    } else {
      text += code.charAt(at)
      at += 1
    }
  }
  return { text, end: at + 1 }
}

const quotes = new Set(["'", '"', '`'])

/** Just behind what closes the bracket at `start`. */
function closing(code: string, start: number, found: string[] = []): number {
  let depth = 0
  let at = start
  do {
    const character = code.charAt(at)
    if (quotes.has(character)) {
      const { end, text } = literalAt(code, at)
      found.push(text)
      at = end
      continue
    }
    if ('([{'.includes(character)) depth += 1
    if (')]}'.includes(character)) depth -= 1
    at += 1
  } while (depth > 0)
  return at
}

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

/** The part of a message that is the same each time: its longest piece between insertions. */
function fixedPart(message: string): string {
  return message
    .split('…')
    .map((piece) => piece.split('`')[0]?.trim() ?? '')
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}

function messagesIn(file: string): readonly string[] {
  const code = withoutComments(readFileSync(file, 'utf8'))
  const found: string[] = []
  for (const { index, 0: maker } of code.matchAll(makers)) closing(code, index + maker.length - 1, found)
  if (spoken.includes(file))
    found.push(
      ...[...code.matchAll(/'([A-Z…][^'\n]* [^'\n]*\.)'|`([^`\n]* [^`\n]*\.)`/g)].map(
        ([, a, b]) => a ?? b?.replaceAll(/\$\{[^}]*\}/g, '…') ?? '',
      ),
    )
  // Sentences, not the names of codes, keys and statements.
  return found.filter((text) => /[a-z]{2} [a-z]/.test(text) && /[.:…]$/.test(text.trim()) && fixedPart(text).length >= 12)
}

const sources = readdirSync('main', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('main', name))
const messages = new Map(sources.flatMap((file) => messagesIn(file).map((message) => [message, file] as const)))
const guide = readFileSync('docs/troubleshooting.md', 'utf8')

it('has found the messages to look for', () => {
  expect(messages.size).toBeGreaterThan(140)
  expect([...messages.keys()]).toEqual(
    expect.arrayContaining([
      'There is no file ….',
      'The keychain did not answer: unlock it and try again.',
      'Claude asks to wait: too many requests.',
    ]),
  )
})

it('explains every message that the program can show', () => {
  const missing = [...messages].filter(([message]) => !guide.includes(fixedPart(message)))
  expect(missing.map(([message, file]) => `${file}: ${message}`)).toEqual([])
})

it.each([...operatorErrorCodes, ...sourceErrorCodes])('explains the code %s', (code) => {
  expect(guide).toMatch(new RegExp(`^\\| \`${code}\``, 'm'))
})
