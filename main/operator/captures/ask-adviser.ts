import type { Classification } from '../../domain/capture.ts'
import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import type { Clock } from '../../ports/clock.ts'
import type { TimeZone } from '../../domain/local-day.ts'
import { capturesToAsk, ownersWords } from '../../store/capture-search.ts'
import type { Capture } from '../../store/captures.ts'
import type { Writer } from '../../store/database.ts'
import { listClients } from '../../store/tasks.ts'
import { mayAskAgain, patience } from './ask-again.ts'
import type { Answers } from './keep-answers.ts'
import { settled } from './settle.ts'

export type AskingTools = {
  readonly db: Writer
  readonly clock: Clock
  readonly zone: () => TimeZone
  readonly adviser: CaptureAdviser
  readonly answers: Answers
  /** Below this the rules are not sure enough, and the adviser is asked. */
  readonly askBelow: () => number
  /** Confidence below which the owner decides. */
  readonly reviewBelow: () => number
  /** An answer came, or the reason why none did. */
  readonly answered: () => void
  readonly stopping: AbortSignal
}

export type Asking = {
  /** Asks where the rules were not sure. Not to be waited for: the thought is safe, and what is said of it arrives when it arrives. */
  askIfUnsure(capture: Capture, rules: Classification, plain: boolean): void
  /** Asks where nobody was heard before: a few captures at a time, each less and less often. */
  askAgain(): Promise<void>
  /** Once nobody is being asked any more. */
  idle(): Promise<void>
}

/** Examples that go along with a question: what the owner corrected last. */
const mostExamples = 20
/** In one go, after a cycle. */
const mostAskedAgain = 5

/** Asks the adviser of captures, of each once at a time. */
export function createAsking(tools: AskingTools): Asking {
  const { adviser, answers, clock, db, stopping } = tools
  const running = new Map<string, Promise<boolean>>()

  /** Answers whether somebody was heard. */
  function ask(capture: Capture, rules: Classification, plain: boolean): Promise<boolean> {
    const asked = running.get(capture.id) ?? askNow(capture, rules, plain).finally(() => running.delete(capture.id))
    running.set(capture.id, asked)
    return asked
  }

  async function askNow(capture: Capture, rules: Classification, plain: boolean): Promise<boolean> {
    const examples = ownersWords(db, mostExamples)
    const question = { text: capture.text, now: capture.at, zone: tools.zone(), clients: listClients(db), examples }
    const advice = await adviser.ask(question, stopping)
    if (stopping.aborted || advice.kind === 'not_set_up') return false
    const last = answers.current(capture.id)
    // The owner was quicker.
    if (last === null || last.classifier !== 'rules' || last.state === 'undone') return true
    if (advice.kind === 'unheard') {
      answers.keepUnheard(last, advice.reason)
    } else {
      const heard = plain ? { ...advice.classification, extracted: rules.extracted } : advice.classification
      const said = settled(rules, heard, tools.reviewBelow())
      db.transaction(() => {
        answers.replace(last)
        answers.keep(capture, said, plain)
      })
    }
    tools.answered()
    return advice.kind === 'heard'
  }

  return {
    askIfUnsure(capture, rules, plain) {
      if (rules.confidence < tools.askBelow()) void ask(capture, rules, plain)
    },
    async askAgain() {
      const now = clock.now()
      const waiting = capturesToAsk(db, now - patience, tools.askBelow()).filter(
        ({ id }) => !running.has(id) && mayAskAgain(answers.current(id)?.answer.asked, now),
      )
      for (const capture of waiting.slice(0, mostAskedAgain)) {
        const last = answers.current(capture.id)
        if (last === null) continue
        const rules: Classification = { ...last.answer.said, classifier: 'rules' }
        // Who was not heard of one will hardly be heard of the next.
        if (!(await ask(capture, rules, last.answer.plain ?? false))) break
      }
    },
    idle: async () => void (await Promise.allSettled(running.values())),
  }
}
