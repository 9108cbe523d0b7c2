import type { PromiseView } from '../../../shared/model/task.ts'
import type { Formats } from '../../app/formats.ts'
import { promisesStrings as words } from './strings.ts'

/** Verbs that promises begin with; anything else is taken as a thing: "date night". */
const verbs = new Set(
  'answer ask book bring build buy call check clean come cook deliver draft email finish fix give help introduce invite join lend look make meet move order organise organize paint pay plan post prepare print read repair reply report return review schedule send set share show sign start talk teach tell test tidy try update visit write'.split(
    ' ',
  ),
)

/** Words for a promise that is late; null for one that is not. The new day is left to its writer. */
export function draftMessage(promise: PromiseView, formats: Formats): string | null {
  if (promise.daysLate < 1 || promise.dueDay === null) return null
  const what = promise.what.charAt(0).toLowerCase() + promise.what.slice(1)
  const isDeed = verbs.has(what.split(' ')[0] ?? '')
  return (isDeed ? words.draftLate : words.draftLateNoun)(promise.to, what, formats.fullDay(promise.dueDay))
}
