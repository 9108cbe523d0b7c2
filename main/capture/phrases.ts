import type { Topic } from './lexicon/lexicon.ts'

const topicWords: Readonly<Record<Topic, string>> = {
  anger: 'anger',
  sorrow: 'sorrow',
  strain: 'exhaustion',
  contempt: 'contempt',
  swearing: 'strong language',
  grievance: 'a grievance',
  joy: 'joy',
  absolutes: 'always, never or everybody',
  doubt: 'doubt',
  hedge: 'maybe',
  pondering: 'pondering',
  wishing: 'a wish',
  notion: 'a notion to try',
  creation: 'something one could make',
  information: 'information to keep',
  perception: 'something noticed',
  frequency: 'how often something happens',
  comparison: 'more or less than before',
  condition: 'how somebody is',
  reporting: 'what somebody said',
  errand: 'an errand',
  handling: 'something to see to',
  office: 'office work',
  obligation: 'something that must be done',
  work: 'work',
  engineering: 'engineering',
  profession: 'a profession',
  home: 'the household',
  body: 'health',
  family: 'family and friends',
  affairs: 'private affairs',
  promise: 'a promise',
  kept: 'what was promised',
}

const topicOf = (name: string): string | undefined => Object.entries(topicWords).find(([topic]) => topic === name)?.[1]

const worldWords: Readonly<Record<string, string>> = {
  life: 'in private life',
  work: 'at work',
  both: 'between work and private life',
  neither: 'neither at work nor at home',
}

/** A feature's name as the predicate of a sentence about the text: `speaks of the household`, `opens with an errand`, `starts with “told”`. */
export function phraseOf(name: string): string {
  const about = topicOf(/^(?:about|much) (\w+)$/.exec(name)?.[1] ?? '')
  if (about !== undefined) return `speaks of ${about}`
  const opening = topicOf(/^opens with (\w+)$/.exec(name)?.[1] ?? '')
  if (opening !== undefined) return `opens with ${opening}`
  const world = /^(.*?)(?: and )?world is (\w+)$/.exec(name)
  const where = worldWords[world?.[2] ?? '']
  if (world !== null && where !== undefined)
    return world[1] === '' ? `is ${where}` : `${world[1]?.startsWith('opens') === true ? '' : 'has '}${world[1]} ${where}`
  const first = /^says "\^ (.+)"$/.exec(name)?.[1]
  if (first !== undefined) return `starts with “${first}”`
  if (/^(?:very )?(?:short|long)$|^a sentence long$/.test(name)) return `is ${name}`
  if (
    /^(?:says|opens|asks|ends|exclaims|piles|trails|has|is|shouts|stretches|stresses|repeats|quotes|speaks|names|starts|turns|announces)\b/.test(
      name,
    )
  )
    return name.replaceAll('"', '”').replace('”', '“')
  return /^\d/.test(name) ? `has ${name.replace(/^1 (\w+)s$/, '1 $1')}` : `has “${name}”`
}
