import type { CaptureAnswer, CaptureClassName, CaptureView, Made } from '../../../shared/model/capture.ts'
import type { OfflineAnswer } from '../../operator/captures/offline-classifier.ts'
import { whatBecame } from '../../operator/captures/what-became.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'
import { exactTime, relativeTime } from '../time-words.ts'

const className = (kind: CaptureClassName): string => kind.replace('_', ' ')

const sureness = (confidence: number): string => `${Math.round(confidence * 100)} %`

function extractedWords({ client, due, effort, person, priority, title }: OfflineAnswer['extracted']): string {
  const parts = [
    title === '' ? '' : `title: ${title}`,
    due === null ? '' : `due: ${due.date}${due.time === null ? '' : ` ${due.time}`} (“${due.text}”)`,
    person === null ? '' : `person: ${person}`,
    client === null ? '' : `client: ${client}`,
    priority === null ? '' : `priority: ${priority}`,
    effort === null ? '' : `effort: ${effort} min`,
  ]
  return terminalText(parts.filter((part) => part !== '').join(', '))
}

type Answered = Pick<OfflineAnswer, 'class' | 'confidence' | 'reason' | 'extracted' | 'segments'>

/** What a text is, why, and what was read from it. */
export function answerWords(answer: Answered & { readonly review?: boolean }): string {
  return [
    `${className(answer.class)} (${sureness(answer.confidence)})${answer.review === true ? ', for review' : ''}`,
    terminalText(answer.reason),
    extractedWords(answer.extracted),
    ...answer.segments.map((segment) => `  ${className(segment.class)} (${sureness(segment.confidence)}): ${terminalText(segment.text)}`),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The same in one line, with the text at its end. */
export function answerLine(text: string, { class: kind, confidence, review }: OfflineAnswer): string {
  return `${className(kind).padEnd(13)}  ${sureness(confidence).padStart(5)}  ${review ? 'review' : '      '}  ${terminalText(text)}`.trimEnd()
}

export function capturesTable(captures: readonly CaptureView[], now: number): string {
  if (captures.length === 0) return 'No captures.'
  return table(
    ['when', 'id', 'class', 'state', 'text'],
    captures.map(({ answer, at, id, state, text }) => [
      relativeTime(at, now),
      id,
      answer === null ? '' : className(answer.class),
      state,
      shortened(terminalText(text)),
    ]),
  )
}

/** A list shows the beginning; `capture show` has the rest. */
function shortened(text: string): string {
  // Not in the middle of a pair that is one character.
  return text.length > 100 ? `${text.slice(0, 99).replace(/[\ud800-\udbff]$/, '')}…` : text
}

/** One capture: its words line by line, what became of it, and every answer it was given. */
export function captureWords(capture: CaptureView, answers: readonly CaptureAnswer[], zone: string): string {
  const given = answers.map((answer) => `${exactTime(answer.at, zone)}, ${answer.classifier}: ${answerWords(answer)}`)
  return [
    capture.text.split('\n').map(terminalText).join('\n'),
    terminalText(whatBecame(capture)),
    ...given,
    capture.unheard === null ? '' : `Claude was not heard: ${terminalText(capture.unheard)} It is asked again later.`,
    `Id ${capture.id}, from ${terminalText(capture.origin)}, ${exactTime(capture.at, zone)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What filing a capture under another class would change. */
export function changeWords(
  kind: CaptureClassName,
  { make, remove }: { readonly make: readonly Made[]; readonly remove: readonly Made[] },
): string {
  const named = (made: Made) => `${made.kind} ${terminalText(made.title)}`
  return [`As ${className(kind)}:`, ...make.map((made) => `  + ${named(made)}`), ...remove.map((made) => `  - ${named(made)}`)].join('\n')
}
