import type { Handlers } from '../../../shared/ipc/contract.ts'
import { OperatorError } from '../../domain/operator-error.ts'
import { promiseStatuses, type PersonalPromise } from '../../domain/promise.ts'
import { appendJournal } from '../../store/journal.ts'
import { findPromise, insertPromise, listPromises, updatePromise } from '../../store/promises.ts'
import { readDatePhrase } from '../read-task-text.ts'
import { ownersEntry, type HandlerTools } from './handler-tools.ts'
import { dueText, promiseView } from './task-view.ts'

type PromiseHandlers = Pick<Handlers, Extract<keyof Handlers, `promises:${string}`>>

/** What is owed to people. */
export function promiseHandlers({ db, clock, ids, reserve, settings, changed }: HandlerTools): PromiseHandlers {
  const view = (promise: PersonalPromise) => promiseView(promise, { zone: settings().zone, now: clock.now() })

  function save(promise: PersonalPromise, type: 'made' | PersonalPromise['status'] | 'edited') {
    const at = clock.now()
    reserve.spend(() =>
      db.transaction(() => {
        if (type === 'made') insertPromise(db, promise)
        else updatePromise(db, promise)
        const data = { promise: promise.id, due: dueText(promise.due) }
        appendJournal(db, [ownersEntry(at, `promise_${type}`, `Promise to ${promise.to}, ${promise.what}: ${type}`, data)])
      }),
    )
    changed(['promises', 'journal'])
    return { promise: view(promise) }
  }

  return {
    'promises:list': ({ includeClosed }) => ({
      promises: listPromises(db, { statuses: includeClosed ? promiseStatuses : ['active', 'renegotiated'] })
        .map(view)
        .toSorted((a, b) => ((a.dueDay ?? '9999') < (b.dueDay ?? '9999') ? -1 : 1)),
    }),
    'promises:add': async ({ what, to, due, phrase }) => {
      const now = clock.now()
      const read = due !== undefined ? due : phrase === undefined ? null : await readDatePhrase(phrase, { zone: settings().zone, now })
      return save({ id: ids.next('p'), what, to, due: read, status: 'active', source: 'local', createdAt: now, updatedAt: now }, 'made')
    },
    'promises:update': ({ id, ...edit }) => {
      const before = findPromise(db, id)
      if (before === undefined) throw new OperatorError('not_found', `There is no promise ${id}. \`thanos promise list\` shows the ids.`)
      const after: PersonalPromise = {
        ...before,
        what: edit.what ?? before.what,
        to: edit.to ?? before.to,
        due: edit.due === undefined ? before.due : edit.due,
        status: edit.status ?? before.status,
        updatedAt: clock.now(),
      }
      return save(after, after.status === before.status ? 'edited' : after.status)
    },
  }
}
