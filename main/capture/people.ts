import { lexicon } from './lexicon/lexicon.ts'
import { firstNames } from './names.ts'
import type { Span } from './segments.ts'
import { wordsOf, type Word } from './words.ts'

export type Mention = Span & { readonly text: string }

const kin = new Set(
  'mum mom mam mama mummy mommy dad daddy papa gran grandma granny nan nana nonna grandpa grandad granddad grandfather grandmother auntie'.split(
    ' ',
  ),
)
const titles = new Set('mr mrs ms miss dr doctor prof professor coach aunt auntie uncle teacher nurse sister father'.split(' '))
const owners = new Set(['my', 'our', 'the', 'both', 'a'])

/** After these comes the one who was told, or is to be contacted. Without a capital letter the word must be a name or kin to count. */
const toldTo = new Set('told promised tell assured owe owed let assure promise'.split(' '))
const bound = new Set('with to for'.split(' '))
const binding = new Set(
  'agreed said swore committed vowed confirmed promised gave deal promise answer yes word commitment offered volunteered'.split(' '),
)
const contacting = new Set(
  'call ring phone text email message ask tell remind meet visit thank invite chase pay bring help send give lend get show introduce drive join cover pick take see'.split(
    ' ',
  ),
)
const notNames = new Set(
  'i we you it he she they him her them me us myself yourself everyone everybody nobody somebody someone anyone people that this what when where why how who yes no ok the my our a an to for by on in at and or not if so all both them id im ill its there about back off up'.split(
    ' ',
  ),
)
const calendar =
  /^(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?s?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|today|tomorrow|tonight|easter|christmas)$/

const bare = (word: Word): string => word.text.replace(/'s$/, '')
const isName = (word: Word | undefined): word is Word =>
  word !== undefined &&
  !notNames.has(word.text) &&
  !calendar.test(word.text) &&
  !/\d|^i'/.test(word.text) &&
  ((word.capital && !word.shout) || firstNames.has(bare(word)) || kin.has(bare(word)))

/** Who somebody is to somebody: `Dev's mum`, `the kids' coach`, `the ward sister`. */
const relations =
  /^(?:mum|mom|dad|mother|father|parents|wife|husband|partner|son|daughter|brother|sister|friend|boss|teacher|coach|tutor|class|team|family|manager|chair|leader|lead|captain|doctor|people|office|neighbou?r|assistant|agent|lawyer)$/
const possessive = /(?:'s|s')$|s$/

/** Reads a person from the word at `at` on: `Ashley`, `Mrs Kowalski`, `my sister`, `the nurse manager`, `mum`. */
const personAt = (words: readonly Word[], at: number, company: 'told' | 'bound' | 'none'): readonly Word[] => {
  const lenient = company !== 'none'
  const first = words[at]
  const next = words[at + 1]
  const third = words[at + 2]
  if (first === undefined) return []
  if (
    titles.has(first.text) &&
    next !== undefined &&
    !notNames.has(next.text) &&
    !next.text.startsWith("i'") &&
    (lenient || next.capital || firstNames.has(next.text))
  )
    return next.text.endsWith("'s") && third !== undefined && relations.test(third.text) ? [first, next, third] : [first, next]
  if (owners.has(first.text)) {
    if (!lenient || next === undefined || notNames.has(next.text)) return []
    if (third !== undefined && third.capital && !third.text.startsWith("i'") && third.text !== 'i') return [third]
    if (third?.text === 'in' && words[at + 3]?.text === 'law') return words.slice(at, at + 4)
    return third !== undefined && relations.test(third.text) ? [first, next, third] : [first, next]
  }
  if (notNames.has(first.text) || (calendar.test(first.text) && !(lenient && first.capital)) || !/^\p{L}/u.test(first.text)) return []
  if (!isName(first) && (!lenient || (company === 'bound' && isActing(first)))) return []
  if (possessive.test(first.text) && next !== undefined && relations.test(next.text)) return [first, next]
  return isName(next) && next.capital && next.start - first.end === 1 && first.capital ? [first, next] : [first]
}

/** `agreed to cover`, `said yes to speaking`: what was agreed to, not who. */
const isActing = (word: Word): boolean =>
  word.text.endsWith('ing') ||
  word.text === 'be' ||
  (lexicon.get(word.text) ?? []).some((topic) => topic === 'errand' || topic === 'handling' || topic === 'office')

const mention = (text: string, words: readonly Word[]): Mention | null => {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  const end = last.text.endsWith("'s") && words.length === 1 ? last.end - 2 : last.end
  return { start: first.start, end, text: text.slice(first.start, end) }
}

/** Everybody named in a text, in its order: known people in any case, names by their company, kin. */
export function peopleIn(text: string, people: readonly string[]): readonly Mention[] {
  const words = wordsOf(text)
  const known = new Set(people.map((person) => person.toLowerCase()))
  const found: Mention[] = []
  let free = 0
  for (const [at, word] of words.entries()) {
    if (at < free) continue
    const previous = words[at - 1]
    const beforeThat = words[at - 2]
    const told = previous !== undefined && toldTo.has(previous.text)
    const bindsTo = previous !== undefined && bound.has(previous.text) && beforeThat !== undefined && binding.has(beforeThat.text)
    const contacted = previous !== undefined && contacting.has(previous.text)
    const named = known.has(bare(word)) || (firstNames.has(bare(word)) && word.capital) || kin.has(bare(word))
    if (!told && !bindsTo && !contacted && !named && !titles.has(word.text)) continue
    const read = personAt(words, at, told ? 'told' : bindsTo ? 'bound' : 'none')
    const who = read.length === 0 && named ? [word] : read
    const one = mention(text, who)
    if (one === null || (titles.has(word.text) && who.length < 2 && !told)) continue
    found.push(one)
    // Past the last word of the mention, which need not start here: `our neighbour Bill` is Bill.
    while (free <= at || (words[free]?.end ?? Infinity) <= one.end) free += 1
  }
  return found
}

const boundTo =
  /\b(?:told|promised?|assured?|owe|let|swore|vowed|committed|agreed|guaranteed|said|gave|given|confirmed|deal|pledged|volunteered|offered|word)\b[^.!?\n]{0,24}$/i

/** The one a promise was made to, else the first one named. */
export function personOf(text: string, mentions: readonly Mention[]): Mention | null {
  return mentions.find(({ start }) => boundTo.test(text.slice(Math.max(0, start - 40), start))) ?? mentions[0] ?? null
}
