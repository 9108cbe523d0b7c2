import { constructions } from './constructions.ts'
import { lexicon, longestPhrase, type Topic } from './lexicon/lexicon.ts'
import { shapeOf } from './shape.ts'
import { stemOf, wordsOf, type Word } from './words.ts'

/** What was seen in a text: a name a person can read, and how strongly. */
export type Features = ReadonlyMap<string, number>

/** Words that stand before what is meant: `ok so`, `also`, `todo:`. The opening is looked for after them. */
const fillers = new Set([
  'ok',
  'okay',
  'so',
  'also',
  'and',
  'hey',
  'oh',
  'pls',
  'please',
  'plz',
  'todo',
  'then',
  'btw',
  'just',
  'well',
  'anyway',
  'but',
  'finally',
  'quickly',
])

const actionTopics: readonly Topic[] = ['errand', 'handling', 'office']
const lifeTopics: readonly Topic[] = ['home', 'body', 'family', 'affairs']
const jobTopics: readonly Topic[] = ['work', 'engineering', 'profession', 'office']
const moodTopics: readonly Topic[] = ['anger', 'sorrow', 'strain', 'contempt', 'swearing', 'grievance']

/** What follows the opening verb tells a task (`call the`, `pay my`) from an idea (`build a`) and an order (`fix your`). */
const companions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'a an one',
    the: 'the this that these',
    my: 'my',
    our: 'our us',
    your: 'your yourself you',
    their: 'his her their him them it',
    some: 'some more each every all any',
    'a preposition': 'with to for in on at about from into of over through',
    'a particle': 'up out off back down away',
    people: 'people users customers kids everyone patients guests visitors',
    'a condition': 'if when that whether',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)
const companionOf = (word: Word | undefined): string => {
  if (word === undefined) return 'nothing'
  return companions.get(word.text) ?? (word.capital ? 'a name' : word.text.endsWith('s') ? 'a plural' : 'another word')
}
const relative = new Set(['that', 'which', 'where', 'who', 'for', 'with', 'about', 'so', 'as', 'into', 'by'])

type Topics = { readonly counts: ReadonlyMap<Topic, number>; readonly opening: ReadonlySet<Topic> }

/** All topics the words and phrases belong to, and those of the phrase the text opens with. */
const topicsOf = (words: readonly Word[], opening: number): Topics => {
  const counts = new Map<Topic, number>()
  const opens = new Set<Topic>()
  for (let at = 0; at < words.length; at += 1) {
    let phrase = ''
    for (let length = 1; length <= longestPhrase && at + length <= words.length; length += 1) {
      phrase += `${length === 1 ? '' : ' '}${words[at + length - 1]?.text ?? ''}`
      const found = lexicon.get(phrase) ?? (length === 1 ? lexicon.get(stem(phrase)) : undefined)
      if (found === undefined) continue
      for (const topic of found) {
        counts.set(topic, (counts.get(topic) ?? 0) + 1)
        if (at === opening) opens.add(topic)
      }
    }
  }
  return { counts, opening: opens }
}

/** Possessives and plain plurals are looked up as the word itself. */
const stem = (word: string): string =>
  word.endsWith("'s") ? word.slice(0, -2) : word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word

const total = (counts: ReadonlyMap<Topic, number>, topics: readonly Topic[]): number =>
  topics.reduce((sum, topic) => sum + (counts.get(topic) ?? 0), 0)

/**
 * The features of a text, for the linear model: topics of its words, how it opens, turns of phrase, its shape, and the words themselves.
 * Pure; its cost grows with the length of the text, about 0.1 ms for a sentence.
 */
export function featuresOf(text: string): Features {
  const words = wordsOf(text)
  const features = new Map<string, number>()
  const say = (name: string, strength = 1): void => void features.set(name, strength)

  const foundOpening = words.findIndex((word) => !fillers.has(word.text))
  const opening = foundOpening === -1 ? 0 : foundOpening
  const { counts, opening: opens } = topicsOf(words, opening)

  for (const [topic, count] of counts) {
    say(`about ${topic}`)
    if (count > 1) say(`much ${topic}`, Math.min(1, (count - 1) / 3))
  }
  for (const topic of opens) say(`opens with ${topic}`)

  const acts = actionTopics.some((topic) => opens.has(topic))
  const life = total(counts, lifeTopics)
  const job = total(counts, jobTopics)
  const mood = total(counts, moodTopics)
  const doubt = total(counts, ['doubt', 'pondering', 'wishing', 'hedge'])
  const world = life > job ? 'life' : job > life ? 'work' : life > 0 ? 'both' : 'neither'
  say(`world is ${world}`)
  if (acts) say(`an action and world is ${world}`)
  const companion = companionOf(words[opening + 1])
  const relates = words.slice(opening + 2, opening + 9).some((word) => relative.has(word.text))
  say(`${acts ? 'an action' : 'no action'} followed by ${companion}`)
  if (acts) say(`an action followed by ${companion}, ${relates ? 'with' : 'without'} a clause`)
  if (acts && mood > 1) say('an action and strong mood')
  if (acts && doubt > 1) say('an action and doubt')
  if (counts.has('obligation')) say(`an obligation and world is ${world}`)
  if (opens.has('obligation')) say(`opens with an obligation and world is ${world}`)
  if (mood > 2) say('strong mood', Math.min(1, mood / 6))
  if (mood === 0 && doubt === 0) say('neither mood nor doubt')

  const lower = text.toLowerCase().replaceAll('’', "'")
  for (const { name, pattern } of constructions) if (pattern.test(lower)) say(name)
  for (const [name, strength] of shapeOf(text, words)) say(name, strength)
  if (features.has('no verb')) say(`no verb and world is ${world}`)

  // Words of a long text speak more softly, so that a page does not shout down its own first sentence.
  const softness = 0.9 * Math.min(1, Math.sqrt(12 / Math.max(1, words.length)))
  let before = '^'
  for (const { text: word } of words) {
    if (/^\d/.test(word)) {
      before = '0'
      continue
    }
    say(`says "${word}"`, softness)
    say(`says "${before} ${word}"`, softness)
    say(`says a form of "${stemOf(word)}"`, softness * 0.65)
    before = word
  }
  const second = words[opening + 1]
  if (words[opening] !== undefined) say(`opens with "${words[opening].text}"`, 0.6)
  if (words[opening] !== undefined && second !== undefined) say(`opens with "${words[opening].text} ${second.text}"`, 0.6)
  return features
}
