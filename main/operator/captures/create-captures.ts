import type { CaptureView, Made } from '../../../shared/model/capture.ts'
import type { Topic } from '../../../shared/ipc/topics.ts'
import type { CaptureContext } from '../../capture/classify.ts'
import type { CaptureClass, Classification } from '../../domain/capture.ts'
import { second } from '../../domain/instant.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { NewJournalEntry } from '../../domain/journal-entry.ts'
import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import { capturesToAsk, capturesWithoutAnswer, ownersWords } from '../../store/capture-search.ts'
import { findCapture, type Capture } from '../../store/captures.ts'
import {
  insertClassification,
  listClassifications,
  updateClassification,
  type Classification as Kept,
} from '../../store/classifications.ts'
import { appendJournal } from '../../store/journal.ts'
import { listPeople } from '../../store/promises.ts'
import { listClients } from '../../store/tasks.ts'
import type { HandlerTools } from '../handlers/handler-tools.ts'
import { keepCapture } from '../keep-capture.ts'
import type { CaptureAnswerRecord } from './capture-answer.ts'
import { captureView, currentAnswer } from './capture-view.ts'
import { makeRouted, unmake } from './make-routed.ts'
import { madeOf, routesOf, type Answered, type Routed } from './route-capture.ts'
import { settled } from './settle.ts'
import { mayAskAgain, patience } from './ask-again.ts'

export type CaptureTools = HandlerTools & {
  readonly adviser: CaptureAdviser
  /** Below this the rules are not sure enough, and the adviser is asked. */
  readonly askBelow: () => number
  /** Confidence below which the owner decides. */
  readonly reviewBelow: () => number
  readonly isWorkConnected: () => boolean
  readonly stopping: AbortSignal
}

export type AddOptions = {
  /** Turns the reading of dates and people off. */
  readonly plain?: boolean
  /** The id it is to have: a message that comes twice after a crash is kept once. */
  readonly id?: string
}

export type Captures = {
  /** The text is committed before anything else happens. */
  add(text: string, origin: string, options?: AddOptions): Promise<CaptureView>
  propose(id: string, kind: CaptureClass): Promise<{ readonly make: readonly Made[]; readonly remove: readonly Made[] }>
  reclassify(id: string, kind: CaptureClass): Promise<CaptureView>
  undo(id: string): CaptureView
  view(id: string): CaptureView
  /** Classifies what a crash left without an answer, and asks the adviser where it was not heard: a few at a time, each less and less often. */
  catchUp(): Promise<void>
  /** Once nobody is being asked any more. */
  idle(): Promise<void>
}

type Answer = Kept<CaptureAnswerRecord>

const mostExamples = 200
/** A thought younger than this is being classified by whoever kept it. */
const beingClassified = 10 * second
/** In one go, after a cycle. */
const mostAskedAgain = 5

/** Keeps thoughts first and finds out afterwards what they are. */
export function createCaptures(tools: CaptureTools): Captures {
  const { adviser, changed, clock, db, ids, settings } = tools
  const asking = new Map<string, Promise<unknown>>()
  const topics: readonly Topic[] = ['captures', 'tasks', 'promises', 'journal']

  function found(id: string): Capture {
    const capture = findCapture(db, id)
    if (capture === undefined) throw new OperatorError('not_found', `There is no capture ${id}. \`thanos capture list\` shows the ids.`)
    return capture
  }

  const answersOf = (id: string) => listClassifications<CaptureAnswerRecord>(db, id)
  const view = (id: string) => captureView(found(id), answersOf(id))

  function entry(type: string, title: string, data: Readonly<Record<string, unknown>>): NewJournalEntry {
    return { at: clock.now(), type, source: 'owner', severity: 'info', title, data }
  }

  function context(at: number): CaptureContext {
    const corrections = ownersWords(db, mostExamples).flatMap(({ class: kind, text }) => (isSingle(kind) ? [{ text, class: kind }] : []))
    return {
      now: at,
      zone: settings().zone,
      clients: listClients(db),
      people: listPeople(db),
      corrections,
      reviewBelow: tools.reviewBelow(),
    }
  }

  async function classified(capture: Capture, plain: boolean): Promise<Classification> {
    // Loaded with the first capture: its lexicons are not needed to watch over a night.
    const { classify } = await import('../../capture/classify.ts')
    const answer = await classify(capture.text, context(capture.at))
    return plain ? { ...answer, extracted: { ...answer.extracted, due: null, person: null } } : answer
  }

  /** Routes, except where the owner's word is waited for. Work goes to the tasks database only where one is connected. */
  function make(routes: readonly Routed[], { id: captureId, origin }: Capture): readonly Made[] {
    const isSample = origin === 'sample'
    const source = isSample ? 'sample' : 'local'
    const made = { db, ids, captureId, source, now: clock.now(), isWorkConnected: !isSample && tools.isWorkConnected() } as const
    return routes.map((routed) => makeRouted(routed, made))
  }

  function keepAnswer(capture: Capture, said: Classification, plain: boolean): void {
    const made = said.review ? [] : make(routesOf(said, settings().zone), capture)
    const { classifier, ...rest } = said
    insertClassification(db, {
      id: ids.next('c'),
      captureId: capture.id,
      classifier,
      class: said.class,
      confidence: said.confidence,
      review: said.review,
      answer: { said: rest, made, unheard: null, ...(plain ? { plain } : {}) } satisfies CaptureAnswerRecord,
      at: clock.now(),
      state: said.review ? 'proposed' : 'accepted',
    })
    const title = said.review ? `Kept for review, perhaps ${said.class}` : `Filed as ${said.class}`
    appendJournal(db, [entry('capture_classified', title, { capture: capture.id, classifier, confidence: said.confidence, made })])
  }

  /** Not waited for: the thought is safe, and what Claude says of it arrives when it arrives. Asked of one capture once at a time. */
  function advise(capture: Capture, rules: Classification, plain: boolean): Promise<unknown> {
    const running = asking.get(capture.id) ?? adviseNow(capture, rules, plain).finally(() => asking.delete(capture.id))
    asking.set(capture.id, running)
    return running
  }

  /** Answers whether somebody was heard. */
  async function adviseNow(capture: Capture, rules: Classification, plain: boolean): Promise<boolean> {
    const { zone } = settings()
    const examples = ownersWords(db, 20)
    const advice = await adviser.ask({ text: capture.text, now: capture.at, zone, clients: listClients(db), examples }, tools.stopping)
    if (tools.stopping.aborted || advice.kind === 'not_set_up') return false
    const last = currentAnswer(answersOf(capture.id))
    // The owner was quicker.
    if (last === null || last.classifier !== 'rules' || last.state === 'undone') return true
    if (advice.kind === 'unheard') {
      updateClassification(db, last.id, { state: last.state, answer: { ...last.answer, unheard: advice.reason, asked: askedOnce(last) } })
    } else {
      const said = settled(
        rules,
        plain ? { ...advice.classification, extracted: rules.extracted } : advice.classification,
        tools.reviewBelow(),
      )
      db.transaction(() => {
        replace(last)
        keepAnswer(capture, said, plain)
      })
    }
    changed(topics)
    return advice.kind === 'heard'
  }

  function replace(last: Answer): void {
    for (const made of last.answer.made) unmake(made, db, clock.now())
    updateClassification(db, last.id, { state: 'corrected' })
  }

  async function answer(capture: Capture, plain: boolean): Promise<void> {
    const said = await classified(capture, plain)
    const isFirst = db.transaction(() => {
      // Another process may have taken it for one that a crash left.
      if (answersOf(capture.id).length > 0) return false
      keepAnswer(capture, said, plain)
      return true
    })
    if (!isFirst) return
    changed(topics)
    if (said.confidence < tools.askBelow()) void advise(capture, said, plain)
  }

  async function asked(
    id: string,
    kind: CaptureClass,
  ): Promise<{ readonly capture: Capture; readonly answered: Answered; readonly rules: Classification }> {
    const capture = found(id)
    const rules = await classified(capture, false)
    const { extractedAs } = await import('../../capture/extracted-as.ts')
    const extracted = await extractedAs(capture.text, kind, context(capture.at))
    return { capture, rules, answered: { class: kind, extracted, segments: rules.segments } }
  }

  return {
    async add(text, origin, { id = ids.next('n'), plain = false } = {}) {
      if (findCapture(db, id) === undefined) {
        keepCapture(db, clock, text, id, origin)
        await answer(found(id), plain)
      }
      return view(id)
    },
    async propose(id, kind) {
      const { answered } = await asked(id, kind)
      const last = currentAnswer(answersOf(id))
      return {
        make: routesOf(answered, settings().zone).map((routed) => madeOf(routed, '')),
        remove: last?.answer.made.filter((made) => made.kind === 'task' || made.kind === 'promise') ?? [],
      }
    },
    async reclassify(id, kind) {
      const { answered, capture, rules } = await asked(id, kind)
      const last = currentAnswer(answersOf(id))
      db.transaction(() => {
        if (last !== null) replace(last)
        const word = {
          ...rules,
          ...answered,
          segments: kind === 'mixed' ? rules.segments : [],
          confidence: 1,
          review: false,
          reason: 'You said so.',
          features: [],
        }
        keepOwnersWord(capture, word)
      })
      changed(topics)
      return view(id)
    },
    undo(id) {
      const last = currentAnswer(answersOf(found(id).id))
      if (last !== null && last.state !== 'undone') {
        db.transaction(() => {
          const stayed = last.answer.made.filter((made) => !unmake(made, db, clock.now()))
          updateClassification(db, last.id, { state: 'undone', answer: { ...last.answer, made: [] } })
          appendJournal(db, [entry('capture_undone', 'What a capture had become was taken back', { capture: id, stayed })])
        })
        changed(topics)
      }
      return view(id)
    },
    view,
    async catchUp() {
      const now = clock.now()
      const left = capturesWithoutAnswer(db).filter(({ at }) => Math.abs(now - at) >= beingClassified)
      for (const capture of left) await answer(capture, false)
      const waiting = capturesToAsk(db, now - patience, tools.askBelow()).filter(
        ({ id }) => !asking.has(id) && mayAskAgain(currentAnswer(answersOf(id))?.answer.asked, now),
      )
      for (const capture of waiting.slice(0, mostAskedAgain)) {
        const last = currentAnswer(answersOf(capture.id))
        if (last === null) continue
        const rules: Classification = { ...last.answer.said, classifier: 'rules' }
        // Who was not heard of one will hardly be heard of the next.
        if ((await advise(capture, rules, last.answer.plain ?? false)) !== true) break
      }
    },
    idle: async () => void (await Promise.allSettled(asking.values())),
  }

  function askedOnce({ answer: { asked } }: Answer) {
    return { times: (asked?.times ?? 0) + 1, at: clock.now() }
  }

  function keepOwnersWord(capture: Capture, said: Omit<Classification, 'classifier'>): void {
    const made = make(routesOf(said, settings().zone), capture)
    insertClassification(db, {
      id: ids.next('c'),
      captureId: capture.id,
      classifier: 'owner',
      class: said.class,
      confidence: 1,
      review: false,
      answer: { said, made, unheard: null } satisfies CaptureAnswerRecord,
      at: clock.now(),
      state: 'accepted',
    })
    appendJournal(db, [entry('capture_corrected', `Filed as ${said.class}, as you said`, { capture: capture.id, made })])
  }
}

type Single = Exclude<CaptureClass, 'mixed'>

function isSingle(kind: string): kind is Single {
  return ['thinking', 'venting', 'observation', 'note', 'idea', 'personal_task', 'work_task', 'commitment'].includes(kind)
}
