import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { CaptureAdviser } from '../../ports/capture-adviser.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { countWaiting, searchCaptures, type CaptureFilter } from '../../store/capture-search.ts'
import { findCapture } from '../../store/captures.ts'
import { listClassifications } from '../../store/classifications.ts'
import { listPeople } from '../../store/promises.ts'
import { listClients } from '../../store/tasks.ts'
import type { CaptureAnswerRecord } from '../captures/capture-answer.ts'
import type { Captures } from '../captures/create-captures.ts'
import type { HandlerTools } from './handler-tools.ts'

type CaptureHandlers = Pick<Handlers, Extract<keyof Handlers, `captures:${string}`>>

const shown: Readonly<Record<'review' | 'all' | 'notes' | 'ideas', Pick<CaptureFilter, 'classes' | 'waiting'>>> = {
  review: { waiting: true },
  all: {},
  notes: { classes: ['note'] },
  ideas: { classes: ['idea'] },
}

/** The schemas of what was kept are loaded when something kept is shown. */
const viewing = () => import('../captures/capture-view.ts')

/** Thoughts: kept, filed, corrected, taken back. */
export function captureHandlers(
  { clock, db, settings }: HandlerTools,
  captures: () => Promise<Captures>,
  adviser: Pick<CaptureAdviser, 'state'>,
  mostCallsPerDay: () => number,
): CaptureHandlers {
  return {
    'captures:add': async ({ origin, plain, text }) => ({ capture: await (await captures()).add(text, origin, { plain }) }),
    'captures:understood': async ({ text }) => {
      const { understood } = await import('../../capture/understood.ts')
      const spans = await understood(text, { now: clock.now(), zone: settings().zone, clients: listClients(db), people: listPeople(db) })
      return { spans: [...spans] }
    },
    'captures:list': async ({ before, limit, search, show }) => {
      const { captureView } = await viewing()
      const last = before === null ? undefined : findCapture(db, before)
      if (before !== null && last === undefined) throw new OperatorError('not_found', `There is no capture ${before} to go on from.`)
      const found = searchCaptures(db, { ...shown[show], search, before: last, limit })
      return {
        captures: found.map((capture) => captureView(capture, listClassifications<CaptureAnswerRecord>(db, capture.id))),
        next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
        waiting: countWaiting(db),
      }
    },
    'captures:get': async ({ id }) => {
      const { answerView } = await viewing()
      return { capture: (await captures()).view(id), answers: listClassifications<CaptureAnswerRecord>(db, id).map(answerView) }
    },
    'captures:propose': async ({ class: kind, id }) => {
      const { make, remove } = await (await captures()).propose(id, kind)
      return { make: [...make], remove: [...remove] }
    },
    'captures:reclassify': async ({ class: kind, id }) => ({ capture: await (await captures()).reclassify(id, kind) }),
    'captures:undo': async ({ id }) => ({ capture: (await captures()).undo(id) }),
    'captures:reopen': async ({ id }) => ({ capture: (await captures()).reopen(id) }),
    'captures:claude': async () => ({ ...(await adviser.state()), mostCallsPerDay: mostCallsPerDay() }),
  }
}
