import { firstNames } from './names.ts'
import { wordsOf, type Word } from './words.ts'

/** Nouns that belong to a client when its name stands before them: `Memphis invoice`, `Hooli deck`. */
const dealings = new Set(
  'invoice invoices contract contracts deck proposal sow renewal account kickoff project deal quote tender rfp estimate nda retainer workshop migration outage rollout pitch demo call meeting job offsite budget brief report slides audit onboarding payment credit'.split(
    ' ',
  ),
)
/** Before these words a capital letter is a client in a work context: `chase Globex`, `invoice to Memphis`, `re Acme`. */
const towards = new Set('to for with from at re regarding client customer chase invoice bill onboard escalate'.split(' '))
const dealing =
  /\b(?:invoices?|contract|proposal|quote|sow|renewal|account|payment|tender|rfp|rfq|estimate|nda|client|customer|deal|credit note|purchase order|kickoff|demo|pilot|retainer|chase|follow[- ]up)\b/i
const notClients = new Set(
  'the a an my our i q1 q2 q3 q4 jira slack zoom teams figma github sql css api monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)

const couldBe = (word: Word | undefined): word is Word =>
  word !== undefined &&
  word.capital &&
  !/\d|^i'/.test(word.text) &&
  !notClients.has(word.text) &&
  !firstNames.has(word.text.replace(/'s$/, ''))

const named = (text: string, word: Word): string => text.slice(word.start, word.end).replace(/['’]s$/, '')

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The client a text is about: a known one in any case, the longest name first; else, where the text is work, a capitalized name standing
 * where clients stand. A first name is a person, never a client.
 */
export function clientOf(text: string, clients: readonly string[], isWork: boolean): string | null {
  const known = [...clients]
    .sort((left, right) => right.length - left.length)
    .find((client) => new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(client)}(?![\p{L}\p{N}])`, 'iu').test(text))
  if (known !== undefined) return known
  if (!isWork) return null
  const words = wordsOf(text)
  for (const [at, word] of words.entries()) {
    if (!couldBe(word)) continue
    const next = words[at + 1]
    const previous = words[at - 1]
    if (next !== undefined && dealings.has(next.text) && (at > 0 || !isVerbLike(word))) return named(text, word)
    if (previous !== undefined && towards.has(previous.text) && dealing.test(text)) return named(text, word)
  }
  return null
}

/** `Send invoice`, `Draft contract`: a capital that only starts the sentence. */
const isVerbLike = (word: Word): boolean =>
  /^(?:send|draft|write|review|sign|finish|update|prepare|prep|pay|chase|check|fix|close|book|plan|schedule|get|make|do|final|new|old|urgent|client|customer|print|approve|create|submit|file|discuss|call|email|start|set|follow|join|move|cancel|sales|budget|project|team|board|weekly|monthly|quarterly|annual|standup|need|amend|edit|share|upload|raise|issue|void)$/.test(
    word.text,
  )
