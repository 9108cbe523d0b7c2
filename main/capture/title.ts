import type { Span } from './segments.ts'

const longest = 120

/** What people say before the thing itself. Tried again and again, since they come in rows: `ok so I need to`. */
const lead =
  /^(?:[\s,.:;!*•–—-]+|\[[ x]?\]|\d{1,2}[.)]\s|(?:ok(?:ay)?|so|also|and|oh|hey|well|anyway|btw|then|just|please|pls|plz|finally|quickly|todo|to-do|to do|task|action item|reminder|note to self|work|home|idea|app idea)\b(?=[\s:,;-])[:,]?|(?:i |we )?(?:really |still |just )?(?:need to|needs to|have to|has to|have got to|got to|gotta|must|should|ought to|want to|am going to|gonna)\s|(?:please )?(?:remind me|remember|don['’]?t forget|do not forget|make sure|let me)(?: to| that| i)?\b(?=[\s:])[:]?|i(?:['’]?m| am) (?:supposed|meant) to\s|(?:i|we) need (?=\p{L}))/iu

const promise =
  /^(?:i |we |i['’]ve |just )?(?:did )?(?:told|promised|assured|let|said to|said yes to|agreed with|agreed to|committed to|swore to|vowed to|gave|said|agreed|volunteered)\b[^.!?\n]{0,40}?\b(?:i|we)(?:['’](?:d|ll)|d| would| will| could| can) /iu
const promiseTo =
  /^(?:i |we |i['’]ve )?(?:promised|agreed|offered|volunteered|committed|swore|vowed|pledged)\b[^.!?\n]{0,30}?\bto (?=\p{Ll})/iu
const willDo = /^(?:i(?:['’]ll| will| ll)|we(?:['’]ll| will)) /iu

const tail =
  /(?:\s*(?:,|;|:|-|–|—|\(\)|\(|\bas promised|\bi promised|\bpromise|\bas i said|\bby|\bbefore|\bon|\bat|\bdue|\buntil|\btill|\bfor|\bin|\bfrom|\bthe|\bnext|\band|!|\.))+\s*$/iu
const marks = /(?<![\w.])p[0-3](?![\w.])|\b(?:asap|urgent(?:ly)?|high priority|low priority|top priority|no rush)\b|!!+/giu
const announced = /(?:\s|^)(?:by|on|due(?: on| by)?|before|until|till|at|for|this|from|the|since)(?: the| end of| on)?\s*$/iu

/** A title that says what is to be done, without when, how urgent or to whom it was promised. Falls back to the text's own beginning. */
export function titleOf(text: string, cut: readonly Span[]): string {
  const line = withoutSpans(text, cut).replaceAll(marks, ' ')
  let rest = line.trim()
  for (let last = ''; last !== rest;) {
    last = rest
    rest = rest.replace(lead, '').replace(promise, '').replace(promiseTo, '').replace(willDo, '').trim()
  }
  const sentence = (/^[^\n]*?[.!?](?=\s|$)|^[^\n]+/u.exec(rest)?.[0] ?? rest)
    .replace(tail, '')
    .replaceAll(/\s+([,.;:])/g, '$1')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const kept = /[\p{L}\p{N}]/u.test(sentence) ? sentence : text.replaceAll(/\s+/gu, ' ').trim()
  return shortened(capitalized(kept))
}

/** Cuts spans out together with the small words that announced them: `by`, `on`, `due`. */
function withoutSpans(text: string, cut: readonly Span[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of [...cut].sort((left, right) => left.start - right.start)) {
    if (start < at) continue
    out += text.slice(at, start).replace(announced, ' ')
    at = end
  }
  return out + text.slice(at)
}

const capitalized = (text: string): string => {
  const [first = ''] = text
  // A word with a capital inside, such as eBay, keeps its spelling.
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : first.toUpperCase() + text.slice(first.length)
}

const shortened = (text: string): string => {
  if (text.length <= longest) return text
  const space = text.lastIndexOf(' ', longest - 1)
  // Array.from counts whole characters, so that no emoji is cut in two.
  return `${
    space > longest / 2
      ? text.slice(0, space)
      : Array.from(text)
          .slice(0, longest - 1)
          .join('')
          .slice(0, longest)
  }…`
}
