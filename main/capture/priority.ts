import type { Priority } from '../domain/task.ts'

const rules: readonly (readonly [RegExp, Priority])[] = [
  [/(?<![\w.])p0\b|\b(?:critical|emergency|drop everything|life or death)\b/i, 'p0'],
  [
    /(?<![\w.])p1\b|\b(?:urgent|urgently|asap|a\.s\.a\.p|high(?:est)? prio(?:rity)?|top prio(?:rity)?|important|right away|immediately)\b|!!+/i,
    'p1',
  ],
  [/(?<![\w.])p2\b|\b(?:medium|normal) prio(?:rity)?\b/i, 'p2'],
  [
    /(?<![\w.])p3\b|\b(?:low(?:est)? prio(?:rity)?|no rush|no hurry|not urgent|whenever|when (?:you|i) get a chance|nice to have|at some point)\b/i,
    'p3',
  ],
]

const notUrgent = /\b(?:not|isn't|nothing) (?:that |very |so )?(?:urgent|important|critical)\b/i

/** The priority a text states, by its code (`p1`) before its words (`urgent`, `!!`, `no rush`); null when it states none. */
export function priorityOf(text: string): Priority | null {
  const code = /(?<![\w.])p([0-3])(?![\w.])/i.exec(text)?.[1]
  if (code === '0' || code === '1' || code === '2' || code === '3') return `p${code}`
  if (notUrgent.test(text)) return 'p3'
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
