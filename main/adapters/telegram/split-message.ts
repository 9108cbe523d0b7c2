import { escapeMarkdown } from './escape-markdown.ts'

/** Telegram counts UTF-16 units; counting those of the escaped text as well stays below its limit however it counts. */
export const messageLimit = 4_096

type Token = { readonly text: string; readonly bold: boolean }

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The two asterisks around bold text. */
const boldCost = 2

/** A piece breaks after white space where there is some in its second half, else between two characters. */
const breakable = /\s$/

/**
 * A bold title and a plain body as MarkdownV2, in pieces of at most `limit` units. A piece never ends within an escape, a bold
 * run or a character that a reader sees as one; what is bold goes on bold in the next piece.
 */
export function splitMessage(title: string, body: string, limit: number = messageLimit): readonly string[] {
  const tokens = [...tokensOf(title, true), ...tokensOf(body === '' ? '' : `\n\n${body}`, false)]
  const pieces: string[] = []
  for (let start = 0; start < tokens.length;) {
    const end = endOfPiece(tokens, start, limit)
    pieces.push(render(tokens.slice(start, end)))
    start = end
  }
  return pieces.filter((piece) => piece !== '')
}

function tokensOf(text: string, bold: boolean): readonly Token[] {
  // A bold run may not hold a line break at its end; a title is one line anyway.
  const cleaned = bold ? text.replace(/\s+/g, ' ').trim() : text
  const whole = Array.from(graphemes.segment(cleaned), ({ segment }) => escapeMarkdown(segment))
  // A pile of combining marks can be longer than any message: there, and only there, code points are the unit.
  return whole
    .flatMap((each) => (each.length > 64 ? Array.from(each.matchAll(/\\?./gsu), ([unit]) => unit) : [each]))
    .map((each) => ({ text: each, bold }))
}

function endOfPiece(tokens: readonly Token[], start: number, limit: number): number {
  let length = tokens[start]?.bold === true ? boldCost : 0
  let lastBreak = start
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    length += token.text.length
    if (length > limit) return lastBreak > start + (index - start) / 2 ? lastBreak : Math.max(index, start + 1)
    if (breakable.test(token.text)) lastBreak = index + 1
  }
  return tokens.length
}

function render(tokens: readonly Token[]): string {
  const textOf = (some: readonly Token[]) => some.map((token) => token.text).join('')
  const bold = textOf(tokens.filter((token) => token.bold)).trim()
  const plain = textOf(tokens.filter((token) => !token.bold))
  return (bold === '' ? plain : `*${bold}*${plain}`).trim()
}
