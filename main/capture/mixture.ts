import type { Features } from './features.ts'
import type { PerClass, Weights } from './model.ts'
import { singleClasses, type SingleClass } from '../domain/capture.ts'

/** Where a class goes. Thinking, venting and observations share the journal, so a text that moves among them is not mixed. */
const routeOf: Readonly<Record<SingleClass, string>> = {
  thinking: 'the journal',
  venting: 'the journal',
  observation: 'the journal',
  note: 'a note',
  idea: 'an idea',
  personal_task: 'a private task',
  work_task: 'a work task',
  commitment: 'a promise',
}

const routes = [...new Set(Object.values(routeOf))]

const routed = (probabilities: PerClass): readonly number[] =>
  routes.map((route) => singleClasses.reduce((sum, kind, at) => (routeOf[kind] === route ? sum + (probabilities[at] ?? 0) : sum), 0))

type Candidate = { readonly part: number; readonly probability: number }

/** The two parts likeliest to go somewhere. Two are enough to find the likeliest pair of different parts, whatever their number. */
function twoBest(probabilities: readonly number[]): readonly Candidate[] {
  let first: Candidate = { part: -1, probability: 0 }
  let second = first
  for (const [part, probability] of probabilities.entries()) {
    if (probability > first.probability) [first, second] = [{ part, probability }, first]
    else if (probability > second.probability) second = { part, probability }
  }
  return [first, second]
}

/** How likely it is that one part goes to the one place and another part to the other. */
function likeliestPair(here: readonly Candidate[], there: readonly Candidate[]): number {
  const together = here.flatMap((one) => there.map((other) => (one.part === other.part ? 0 : one.probability * other.probability)))
  return Math.max(0, ...together)
}

const turning =
  /\b(?:also|anyway|btw|by the way|plus|other than that|brain dump|random|unrelated|on another note|separately|oh and|p\.?s)\b/i
const announcing = /\b(?:idea|todo|to ?do|note|work|home|promise)\s?(?::|-|–)/gi

/** What speaks for a text being several things: how its segments disagree about where they go, each judged by itself. */
export function mixtureFeatures(text: string, whole: PerClass, parts: readonly PerClass[]): Features {
  const features = new Map<string, number>()
  features.set('number of parts', Math.min(2, Math.log2(Math.max(1, parts.length)) / 2))
  if (parts.length < 2) return new Map([['a single part', 1]])
  const byPart = parts.map(routed)
  const best = routes.map((_, at) => twoBest(byPart.map((part) => part[at] ?? 0)))
  let strongest = 0
  for (let left = 0; left < routes.length; left += 1) {
    for (let right = left + 1; right < routes.length; right += 1) {
      const together = likeliestPair(best[left] ?? [], best[right] ?? [])
      features.set(`${routes[left]} beside ${routes[right]}`, together)
      strongest = Math.max(strongest, together)
    }
  }
  features.set('parts disagree', strongest)
  features.set('parts disagree clearly', strongest > 0.5 ? 1 : 0)
  const places = routes.filter((_, at) => byPart.some((part) => (part[at] ?? 0) > 0.55)).length
  features.set('places to go', Math.min(3, Math.max(0, places - 1)) / 2)
  for (const [at, kind] of singleClasses.entries()) features.set(`as a whole ${kind}`, whole[at] ?? 0)
  features.set('parts that vent', Math.max(...parts.map((part) => part[singleClasses.indexOf('venting')] ?? 0)))
  if (turning.test(text)) features.set('turns to something else', 1)
  const announced = text.match(announcing)?.length ?? 0
  if (announced > 0) features.set('announces its parts', Math.min(1, announced / 2))
  return features
}

/** The probability that a text is mixed. */
export function mixtureProbability(features: Features, mixture: Weights['mixture']): number {
  let score = mixture.bias
  for (const [name, strength] of features) score += strength * (mixture.features[name] ?? 0)
  return 1 / (1 + Math.exp(-score))
}
