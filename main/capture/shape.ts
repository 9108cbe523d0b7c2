import type { Word } from './words.ts'

const pronouns = new Set(['i', "i'm", "i've", "i'd", "i'll", 'me', 'my', 'myself', 'mine'])
const ours = new Set(['we', "we're", "we've", "we'd", "we'll", 'us', 'our'])
const others = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'his',
  'their',
  "he's",
  "she's",
  "they're",
  "he'd",
  "she'd",
  "they'd",
  "he'll",
  "she'll",
  "they'll",
])
const auxiliaries = new Set(
  "is are was were be been being am has have had do does did can could will would should shall may might must isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't i'm i've i'd i'll it's he's she's we're they're you're that's what's there's".split(
    ' ',
  ),
)
const asking = new Set([
  'why',
  'what',
  "what's",
  'who',
  'how',
  'when',
  'where',
  'which',
  'should',
  'do',
  'does',
  'did',
  'is',
  'am',
  'are',
  'can',
  'could',
  'would',
  'will',
  'was',
  'if',
  'whether',
])

/** Written in capitals by everybody, so no shouting. */
const acronyms = new Set(
  'api apis sql html css json pdf csv vat nda sow rfp rfq crm erp kpi kpis okr okrs ceo cfo cto coo hr gp mot nhs usa mri ecg icu bbc ssl ssh sso dns vpn aws gcp faq diy eta eod eow asap fyi til tldr url usb wifi iban isbn phd mba gmt utc xml qa uat pr prs ui ux roi seo q1 q2 q3 q4'.split(
    ' ',
  ),
)

/** The outward shape of a text: its length, punctuation, persons, tense, capitals. Strengths are from 0 to 1. */
export function shapeOf(text: string, words: readonly Word[]): readonly (readonly [string, number])[] {
  const shape: [string, number][] = []
  const add = (name: string, strength = 1): void => void shape.push([name, strength])
  const count = words.length

  add(count <= 3 ? 'very short' : count <= 7 ? 'short' : count <= 15 ? 'a sentence long' : count <= 35 ? 'long' : 'very long')

  const questions = text.split('?').length - 1
  const exclamations = text.split('!').length - 1
  if (questions > 0) add('asks')
  if (questions > 1) add('asks again and again')
  if (text.trimEnd().endsWith('?')) add('ends with a question')
  if (exclamations > 0) add('exclaims')
  if (exclamations > 1) add('exclaims more than once')
  if (/[?!]{2}/.test(text)) add('piles up marks')
  if (/\.\.\.|…/.test(text)) add('trails off')
  if (/:\s|:$/m.test(text)) add('has a colon')
  if (text.includes(';')) add('has a semicolon')
  if (/[—–]| - /.test(text)) add('has a dash')
  if (/^\s*(?:[-*•]|\d+[.)]|\[ ?\])\s/m.test(text)) add('is a list')
  if (text.includes('\n')) add('has lines')
  if (/\p{Extended_Pictographic}/u.test(text)) add('has emoji')
  const commas = text.split(',').length - 1
  if (commas > 0) add('has commas', Math.min(1, commas / 4))
  if (commas > 1 && count / (commas + 1) < 2.6) add('a list of things')
  if (/[.!?]\s+\S/.test(text)) add('has sentences', Math.min(1, (text.match(/[.!?]\s+\S/g)?.length ?? 0) / 4))

  add(`${Math.min(3, commas)} commas`, 0.7)
  add(`${Math.min(3, text.split(/[.!?]+\s/).length)} sentences`, 0.7)
  const last = text.trimEnd().at(-1) ?? ''
  add(/[.!?…,:;)"'”]/.test(last) ? `ends with ${last}` : 'ends without a mark', 0.7)
  add(/^\p{Lu}/u.test(text) ? 'starts with a capital' : 'starts small', 0.5)

  const digits = text.match(/\d/g)?.length ?? 0
  if (digits > 0) add('has a number')
  if (digits > 3) add('has many digits', Math.min(1, digits / 10))
  if (/[/\\{}()[\]<>=_#$%^&|~]/.test(text)) add('has signs')

  const shouting = words.filter((word) => word.shout).length
  if (shouting > 0 && shouting / count > 0.15) add('shouts')
  if (/(\p{L})\1\1/u.test(text)) add('stretches a word')
  if (shouting > 0 && words.some((word) => word.shout && !acronyms.has(word.text) && word.text.length > 2) && shouting < count)
    add('stresses a word')
  if (words.some((word, at) => word.text === words[at + 1]?.text && word.text.length > 1)) add('repeats a word')
  if (/(?:^|[.!?] )\p{L}+[.!](?= |$)/u.test(text)) add('has a sentence of one word')
  if (/["“'‘]\p{L}[\p{L} ]{1,28}["”'’]/u.test(text)) add('quotes a few words')

  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word.text))
  const speaker = has(pronouns)
  if (speaker) add('speaks of oneself')
  if (has(ours)) add('speaks of us')
  if (has(others)) add('speaks of others')
  if (!speaker && !has(ours) && !has(others)) add('names no person')

  const verbs = words.some((word) => auxiliaries.has(word.text))
  const past = words.some((word) => word.text.length > 4 && word.text.endsWith('ed'))
  const going = words.some((word) => word.text.length > 4 && word.text.endsWith('ing'))
  if (past) add('past tense')
  if (going) add('ing form')
  if (!verbs && !past && !going) add('no verb')
  if (verbs) add('has a finite verb')

  const present = words.findIndex((word, at) => at > 0 && at < 5 && /[^s']s$/.test(word.text) && word.text.length > 3)
  add(present === -1 ? 'no word in -s near the start' : `word ${present + 1} ends in -s`)

  const first = words[0]
  if (first !== undefined) {
    if (pronouns.has(first.text)) add('opens with oneself')
    if (others.has(first.text)) add('opens with others')
    if (asking.has(first.text)) add('opens with a question word')
    if (first.text.length > 4 && first.text.endsWith('ing')) add('opens with an ing form')
    if (first.text.length > 4 && first.text.endsWith('ed')) add('opens with a past form')
    if (first.text === 'the' || first.text === 'a' || first.text === 'an') add('opens with an article')
    if (/^\d/.test(first.text)) add('opens with a number')
  }
  if (words.some((word, at) => at > 0 && word.capital && !word.shout && !pronouns.has(word.text))) add('names somebody or something')
  return shape
}
