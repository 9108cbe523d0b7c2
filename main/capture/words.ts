/** One word as it stands in the text: `text` in lower case with straight apostrophes, offsets in UTF-16 units. */
export type Word = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly capital: boolean
  readonly shout: boolean
}

const pattern = /[\p{L}\p{N}](?:[\p{L}\p{N}*]|['’.:&/-](?=[\p{L}\p{N}]))*/gu

/** Typed without apostrophes, or shortened, as people do in a hurry. `its`, `well`, `ill` and `id` are words of their own and stay. */
const spelledOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    im: "i'm",
    ive: "i've",
    dont: "don't",
    cant: "can't",
    wont: "won't",
    didnt: "didn't",
    doesnt: "doesn't",
    isnt: "isn't",
    arent: "aren't",
    wasnt: "wasn't",
    couldnt: "couldn't",
    shouldnt: "shouldn't",
    wouldnt: "wouldn't",
    havent: "haven't",
    hasnt: "hasn't",
    whats: "what's",
    thats: "that's",
    theres: "there's",
    youre: "you're",
    theyre: "they're",
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    tmw: 'tomorrow',
    tomorow: 'tomorrow',
    tommorow: 'tomorrow',
    tdy: 'today',
    appt: 'appointment',
    u: 'you',
    ur: 'your',
    rly: 'really',
    ppl: 'people',
    bc: 'because',
    cuz: 'because',
  }),
)

/** The words of a text. A word keeps inner apostrophes, dots, colons, slashes and hyphens (`don't`, `7.30`, `1:1`, `follow-up`). */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const lower = raw.toLowerCase()
    const straight = lower.includes('’') ? lower.replaceAll('’', "'") : lower
    const initial = raw[0] ?? ''
    // Most words are in lower case already; for them nothing more is asked, which halves the cost of a long text.
    const isPlain = raw === lower
    words.push({
      text: spelledOut.get(straight) ?? straight,
      start: match.index,
      end: match.index + raw.length,
      capital: !isPlain && initial !== initial.toLowerCase(),
      shout: !isPlain && raw.length > 2 && raw === raw.toUpperCase(),
    })
  }
  return words
}

const endings = ['ingly', 'edly', 'ings', 'ing', 'ied', 'ies', 'ed', 'es', 'er', 'ly', 's', 'e']

/** A word without its ending, so that `call`, `calls` and `calling` count as one. Rough on purpose: it only has to be the same each time. */
export function stemOf(word: string): string {
  const bare = word.replace(/'s$/, '')
  const ending = endings.find((candidate) => bare.length - candidate.length >= 3 && bare.endsWith(candidate))
  return ending === undefined ? bare : bare.slice(0, -ending.length)
}
