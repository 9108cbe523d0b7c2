import { actions } from './actions.ts'
import { feelings } from './feelings.ts'
import { noticing } from './noticing.ts'
import { promising } from './promising.ts'
import { stance } from './stance.ts'
import { worlds } from './worlds.ts'

const sources = { ...feelings, ...stance, ...noticing, ...actions, ...worlds, ...promising }

export type Topic = keyof typeof sources

/** The longest entry, in words. */
export const longestPhrase = 4

const index = (): ReadonlyMap<string, readonly Topic[]> => {
  const topicsOf = new Map<string, Topic[]>()
  // Object.entries forgets the key type; the keys of a literal are exactly its declared ones.
  for (const [topic, words] of Object.entries(sources) as [Topic, string][]) {
    for (const raw of words.split(',')) {
      const word = raw.trim().replace(/\s+/g, ' ')
      const known = topicsOf.get(word)
      if (known === undefined) topicsOf.set(word, [topic])
      else if (!known.includes(topic)) known.push(topic)
    }
  }
  return topicsOf
}

/** Which topics a word or phrase (lower case, straight apostrophes, single spaces) belongs to. */
export const lexicon: ReadonlyMap<string, readonly Topic[]> = index()
