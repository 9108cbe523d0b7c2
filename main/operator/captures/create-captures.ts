import type { Topic } from '../../../shared/ipc/topics.ts'
import type { CaptureView, Made } from '../../../shared/model/capture.ts'
import type { CaptureContext } from '../../capture/classify.ts'
import type { CaptureClass, Classification } from '../../domain/capture.ts'
import { second } from '../../domain/instant.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import { capturesWithoutAnswer, ownersWords } from '../../store/capture-search.ts'
import { findCapture, type Capture } from '../../store/captures.ts'
import { listPeople } from '../../store/promises.ts'
import { listClients } from '../../store/tasks.ts'
import type { HandlerTools } from '../handlers/handler-tools.ts'
import { keepCapture } from '../keep-capture.ts'
import { createAsking } from './ask-adviser.ts'
import { captureView } from './capture-view.ts'
import { createAnswers } from './keep-answers.ts'
import { madeOf, routesOf, type Answered } from './route-capture.ts'

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
  /** Takes back what was made of it, and puts away one that waits: the text alone stays. */
  undo(id: string): CaptureView
  /** Puts back among those that wait what `undo` took from there. */
  reopen(id: string): CaptureView
  view(id: string): CaptureView
  /** Classifies what a crash left without an answer, and asks the adviser where it was not heard: a few at a time, each less and less often. */
  catchUp(): Promise<void>
  /** Once nobody is being asked any more. */
  idle(): Promise<void>
}

const mostExamples = 200
/** A thought younger than this is being classified by whoever kept it. */
const beingClassified = 10 * second

/** Keeps thoughts first and finds out afterwards what they are. */
export function createCaptures(tools: CaptureTools): Captures {
  const { adviser, clock, db, ids, isWorkConnected, reserve, settings } = tools
  const zone = () => settings().zone
  const topics: readonly Topic[] = ['captures', 'tasks', 'promises', 'journal']
  const changed = () => tools.changed(topics)
  const answers = createAnswers({ db, clock, ids, zone, isWorkConnected })
  const { askBelow, reviewBelow, stopping } = tools
  const asking = createAsking({ db, clock, zone, adviser, answers, askBelow, reviewBelow, answered: changed, stopping })

  function found(id: string): Capture {
    const capture = findCapture(db, id)
    if (capture === undefined) throw new OperatorError('not_found', `There is no capture ${id}. \`thanos capture list\` shows the ids.`)
    return capture
  }

  const view = (id: string) => captureView(found(id), answers.of(id))

  function context(at: number): CaptureContext {
    const corrections = ownersWords(db, mostExamples).flatMap(({ class: kind, text }) => (kind === 'mixed' ? [] : [{ text, class: kind }]))
    return { now: at, zone: zone(), clients: listClients(db), people: listPeople(db), corrections, reviewBelow: reviewBelow() }
  }

  async function classified(capture: Capture, plain: boolean): Promise<Classification> {
    // Loaded with the first capture: its lexicons are not needed to watch over a night.
    const { classify } = await import('../../capture/classify.ts')
    const said = await classify(capture.text, context(capture.at))
    return plain ? { ...said, extracted: { ...said.extracted, due: null, person: null } } : said
  }

  async function answer(capture: Capture, plain: boolean): Promise<void> {
    const said = await classified(capture, plain)
    const keepFirst = () => {
      // Another process may have taken it for one that a crash left.
      if (answers.of(capture.id).length > 0) return false
      answers.keep(capture, said, plain)
      return true
    }
    const isFirst = reserve.spend(() => db.transaction(keepFirst))
    if (!isFirst) return
    changed()
    asking.askIfUnsure(capture, said, plain)
  }

  /** What it would be, were it of that class. */
  async function readAs({ at, text }: Capture, kind: CaptureClass, rules: Classification): Promise<Answered> {
    const { extractedAs } = await import('../../capture/extracted-as.ts')
    return { class: kind, extracted: await extractedAs(text, kind, context(at)), segments: rules.segments }
  }

  return {
    async add(text, origin, { id = ids.next('n'), plain = false } = {}) {
      if (findCapture(db, id) === undefined) {
        reserve.spend(() => keepCapture(db, clock, text, id, origin))
        await answer(found(id), plain).catch(orLater)
      }
      return view(id)
    },
    async propose(id, kind) {
      const capture = found(id)
      const routes = routesOf(await readAs(capture, kind, await classified(capture, false)), zone())
      const made = answers.current(id)?.answer.made ?? []
      return {
        make: routes.map((routed) => madeOf(routed, '')),
        remove: made.filter((each) => each.kind === 'task' || each.kind === 'promise'),
      }
    },
    async reclassify(id, kind) {
      const capture = found(id)
      const rules = await classified(capture, false)
      const { extracted } = await readAs(capture, kind, rules)
      const segments = kind === 'mixed' ? rules.segments : []
      db.transaction(() => {
        const last = answers.current(id)
        if (last !== null) answers.replace(last)
        const word = { class: kind, confidence: 1, review: false, reason: 'You said so.', features: [], extracted, segments }
        answers.keepOwnersWord(capture, word)
      })
      changed()
      return view(id)
    },
    undo(id) {
      const last = answers.current(found(id).id)
      if (last !== null && last.state !== 'undone') {
        db.transaction(() => answers.takeBack(last))
        changed()
      }
      return view(id)
    },
    reopen(id) {
      if (db.transaction(() => answers.reopen(found(id).id))) changed()
      return view(id)
    },
    view,
    async catchUp() {
      const now = clock.now()
      const left = capturesWithoutAnswer(db).filter(({ at }) => Math.abs(now - at) >= beingClassified)
      for (const capture of left) await answer(capture, false)
      await asking.askAgain()
    },
    idle: () => asking.idle(),
  }
}

/** The thought is kept already: where the disk is full, what it is can be found out when there is room again. */
function orLater(error: unknown): void {
  if (!(error instanceof OperatorError && error.code === 'disk_full')) throw error
}
