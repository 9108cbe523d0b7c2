import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { CaptureClassName, CaptureView, Made } from '../../../shared/model/capture.ts'

type CaptureHandlers = Pick<Handlers, Extract<keyof Handlers, `captures:${string}`>>

function madeOf(kind: CaptureClassName, id: string, title: string): readonly Made[] {
  if (kind === 'personal_task' || kind === 'work_task') return [{ kind: 'task', id: `t-${id}`, title }]
  if (kind === 'commitment') return [{ kind: 'promise', id: `p-${id}`, title }]
  return [{ kind: kind === 'note' || kind === 'idea' ? kind : 'journal', id, title }]
}

/** Captures in memory, for looking at the window without an operator: everything waits for review until it is given a class. */
export function fakeCaptures(start: readonly string[], now: number): CaptureHandlers {
  const captures = new Map<string, CaptureView>()
  function file(id: string, text: string, kind: CaptureClassName, state: CaptureView['state']): CaptureView {
    const extracted = { title: text.slice(0, 60), due: null, person: null, client: null, priority: null, effort: null }
    const answer = {
      id: `c-${id}`,
      classifier: 'rules',
      class: kind,
      confidence: 0.52,
      reason: 'It begins with a verb of doing.',
      features: [{ name: 'starts with a verb', weight: 1.2 }],
      extracted,
      segments: [],
      at: now,
    } as const
    const capture: CaptureView = {
      id,
      text,
      at: now,
      origin: 'window',
      state,
      answer: { ...answer, features: [...answer.features], segments: [] },
      made: state === 'filed' ? [...madeOf(kind, id, extracted.title)] : [],
      unheard: null,
    }
    captures.set(id, capture)
    return capture
  }
  const found = (id: string): CaptureView => captures.get(id) ?? file(id, '', 'thinking', 'review')
  start.forEach((text, index) => file(`n${index + 1}`, text, index % 2 === 0 ? 'personal_task' : 'thinking', 'review'))
  return {
    'captures:add': ({ text }) => ({ capture: file(`n${captures.size + 1}`, text, 'personal_task', 'filed') }),
    'captures:understood': ({ text }) => {
      const at = text.indexOf('tomorrow')
      return { spans: at === -1 ? [] : [{ kind: 'date', start: at, end: at + 8, text: 'tomorrow' }] }
    },
    'captures:list': ({ show }) => {
      const all = [...captures.values()].toReversed()
      const waiting = all.filter(({ state }) => state === 'review')
      const kind = show === 'notes' ? 'note' : 'idea'
      const wanted = show === 'all' ? all : show === 'review' ? waiting : all.filter(({ answer }) => answer?.class === kind)
      return { captures: wanted, next: null, waiting: waiting.length }
    },
    'captures:get': ({ id }) => {
      const capture = found(id)
      return { capture, answers: capture.answer === null ? [] : [capture.answer] }
    },
    'captures:propose': ({ class: kind, id }) => ({ make: [...madeOf(kind, id, found(id).text)], remove: found(id).made }),
    'captures:reclassify': ({ class: kind, id }) => ({ capture: file(id, found(id).text, kind, 'filed') }),
    'captures:undo': ({ id }) => {
      const undone: CaptureView = { ...found(id), state: 'undone', made: [] }
      captures.set(id, undone)
      return { capture: undone }
    },
    'captures:reopen': ({ id }) => {
      const waiting: CaptureView = { ...found(id), state: 'review', made: [] }
      captures.set(id, waiting)
      return { capture: waiting }
    },
    'captures:claude': () => ({ isSet: false, callsToday: 0, mostCallsPerDay: 200, costToday: null, problem: null }),
  }
}
