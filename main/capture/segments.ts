import { lexicon, type Topic } from './lexicon/lexicon.ts'

/** A half-open span of a text, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number }

/** More parts than this are left together in the last one: a pasted page is one thing, and time is bounded. */
const mostSegments = 24

const hardBreak = /\n+|\s(?=\d{1,2}[.)] )|(?<=\s\d{1,2}[.)]) |(?<=[.!?…])\s+|;\s*|\s[/|+]\s|(?<=[,\s])- (?=\S)/gu
const softBreak = /(?:,\s*(?:and|but|also|plus|then|so|oh)?|\s(?:and|but|also|plus|then|anyway|btw)(?=[\s,:]))[\s,:]*/giu
const abbreviation = /(?:\b(?:dr|mr|mrs|ms|st|no|vs|e\.g|i\.e|approx|etc|ref|ext|tel|p|pp|a\.m|p\.m|\p{L})|(?:^|\n)\s*\d{1,2})[.]$/iu
const bullet = /^(?:\s|[-*•–—]+\s|\d{1,2}[.)]\s|\[[ x]?\]\s)+/u

const openers =
  /^(?:i (?:told|promised|owe|said|agreed|need|have|must|should)|i've (?:told|promised|noticed)|told|promised|remind|remember|need|gotta|must|have to|what if|idea|app idea|note|todo|what about|don't forget|also|maybe|wifi|password)\b/iu

const actionTopics: readonly Topic[] = ['errand', 'handling', 'office']

/** Whether what follows a comma or an `and` starts something of its own: an action, a promise, an idea, not the rest of a list or clause. */
const startsAnew = (rest: string): boolean => {
  if (openers.test(rest)) return true
  const first = /^[\p{L}'-]+(?=\s+\p{L})/u.exec(rest)?.[0].toLowerCase()
  return first !== undefined && (lexicon.get(first) ?? []).some((topic) => actionTopics.includes(topic))
}

const looksLikeCode = /\n\s+at \S+|traceback|(?:error|exception)\b[^\n]*:[^\n]*\n|[{};]\s*\n/iu

/**
 * Splits a text at its lines and sentences, and inside a sentence where a new action, promise or idea starts. The spans are in order, do
 * not overlap, leave out surrounding white space and bullets, and are never empty. Code and stack traces stay in one piece.
 */
export function segmentsOf(text: string): readonly Span[] {
  if (looksLikeCode.test(text)) return trimmed(text, [{ start: 0, end: text.length }])
  const cuts = [0]
  for (const match of text.matchAll(hardBreak)) {
    if (!abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))) cuts.push(match.index + match[0].length)
  }
  for (const match of text.matchAll(softBreak)) {
    const after = match.index + match[0].length
    if (startsAnew(text.slice(after, after + 40))) cuts.push(after)
  }
  const starts = [...new Set(cuts)].sort((left, right) => left - right).slice(0, mostSegments)
  return trimmed(
    text,
    starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length })),
  )
}

const trailing = /(?:[\s,;/|+-]|\b(?:and|but|also|plus|then)\s*)+$/iu

function trimmed(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const raw = text.slice(start, end)
    const from = start + (bullet.exec(raw)?.[0].length ?? 0)
    const kept = text.slice(from, end).replace(trailing, '')
    return /[\p{L}\p{N}]/u.test(kept) ? [{ start: from, end: from + kept.length }] : []
  })
}
