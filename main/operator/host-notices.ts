import type { Topic } from '../../shared/ipc/topics.ts'
import type { Clock } from '../ports/clock.ts'
import type { Writer } from '../store/database.ts'
import { appendJournal } from '../store/journal.ts'

/** Sentences that only the host can say, each under a name: they hold until the host takes them back, at most as long as the process lives. */
export type HostNotices = {
  /** Null takes the sentence of that name back. What is new is written into the journal; what is said again is not. */
  readonly set: (name: string, sentence: string | null) => void
  readonly sentences: () => readonly string[]
}

export function createHostNotices(tools: {
  readonly db: Writer
  readonly clock: Pick<Clock, 'now'>
  readonly changed: (topics: readonly Topic[]) => void
}): HostNotices {
  const { changed, clock, db } = tools
  const notices = new Map<string, string>()
  return {
    set(name, sentence) {
      if ((notices.get(name) ?? null) === sentence) return
      if (sentence === null) notices.delete(name)
      else {
        notices.set(name, sentence)
        appendJournal(db, [
          { at: clock.now(), type: 'host_notice', source: 'operator', severity: 'warning', title: sentence, data: { about: name } },
        ])
      }
      changed(['status', 'journal'])
    },
    sentences: () => [...notices.values()],
  }
}
