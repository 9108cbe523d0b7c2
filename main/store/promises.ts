import { promiseStatuses, type PersonalPromise, type PromiseStatus } from '../domain/promise.ts'
import type { Reader, Writer } from './handle.ts'
import { dueColumns, dueOf, type DueColumns } from './values.ts'

type PromiseRow = Omit<PersonalPromise, 'due'> & DueColumns

const columns = 'id, what, to_whom AS "to", due_day, due_at, status, source, created_at AS createdAt, updated_at AS updatedAt'

function promiseOf({ due_day, due_at, ...promise }: PromiseRow): PersonalPromise {
  return { ...promise, due: dueOf({ due_day, due_at }) }
}

function rowOf({ due, ...promise }: PersonalPromise): PromiseRow {
  return { ...promise, ...dueColumns(due) }
}

/** Throws when the id is taken. */
export function insertPromise(db: Writer, promise: PersonalPromise): void {
  db.run('INSERT INTO promises VALUES (:id, :what, :to, :due_day, :due_at, :status, :source, :createdAt, :updatedAt)', rowOf(promise))
}

/** Writes a promise as it is now; false when there is none of that id. */
export function updatePromise(db: Writer, promise: PersonalPromise): boolean {
  const sql = `UPDATE promises SET what = :what, to_whom = :to, due_day = :due_day, due_at = :due_at, status = :status, source = :source,
    created_at = :createdAt, updated_at = :updatedAt WHERE id = :id`
  return db.run(sql, rowOf(promise)).changes > 0
}

export function findPromise(db: Reader, id: string): PersonalPromise | undefined {
  const row = db.get<PromiseRow>(`SELECT ${columns} FROM promises WHERE id = ?`, id)
  return row && promiseOf(row)
}

/** In the order they were made. */
export function listPromises(
  db: Reader,
  filter: { readonly statuses?: readonly PromiseStatus[] | undefined } = {},
): readonly PersonalPromise[] {
  const sql = `SELECT ${columns} FROM promises WHERE status IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`
  return db.all<PromiseRow>(sql, JSON.stringify(filter.statuses ?? promiseStatuses)).map(promiseOf)
}

/** Promises still owed: a renegotiated one has a new date. */
export function loadOwedPromises(db: Reader): readonly PersonalPromise[] {
  return listPromises(db, { statuses: ['active', 'renegotiated'] })
}

/** Takes a promise away, for undoing its making. */
export function deletePromise(db: Writer, id: string): void {
  db.run('DELETE FROM promises WHERE id = ?', id)
}

/** People to whom something was promised, those of late first. */
export function listPeople(db: Reader): readonly string[] {
  const sql = 'SELECT to_whom AS person FROM promises GROUP BY to_whom ORDER BY max(updated_at) DESC LIMIT 500'
  return db.all<{ person: string }>(sql).map(({ person }) => person)
}
