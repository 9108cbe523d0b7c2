import { areForList, areForOne, areForReclassify } from './capture-words.ts'
import type { Command } from './command.ts'

type Entry = {
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
  /** Whether these words after the name can be meant for it: `capture list the shoes` is a thought, not a list. Where it is not given, any are. */
  readonly takes?: (words: readonly string[]) => boolean
}

/** Every command, in the order of the help. Adding one is one file under commands/ and one line here; its code is loaded when it is called. */
export const registry = {
  run: { summary: 'the operator, until it is stopped; --once for one cycle', load: () => import('./commands/run.ts') },
  link: { summary: 'another one-time link to the window in a browser', load: () => import('./commands/link.ts') },
  status: { summary: 'what it sees, what it did, when it looks again', load: () => import('./commands/status.ts') },
  capture: { summary: 'keeps a thought and files it; - for standard input', load: () => import('./commands/capture.ts') },
  'capture list': { summary: 'thoughts and what became of them', takes: areForList, load: () => import('./commands/capture-list.ts') },
  'capture show': { summary: 'one thought, its answers and why', takes: areForOne, load: () => import('./commands/capture-show.ts') },
  'capture reclassify': {
    summary: 'says what a thought really is; shows first what that changes',
    takes: areForReclassify,
    load: () => import('./commands/capture-reclassify.ts'),
  },
  'capture undo': { summary: 'takes back what a thought became', takes: areForOne, load: () => import('./commands/capture-undo.ts') },
  'task add': { summary: 'a task: "Memphis report by Friday p1"', load: () => import('./commands/task-add.ts') },
  'task list': { summary: 'tasks by when they are due', load: () => import('./commands/task-list.ts') },
  'task done': { summary: 'completes a task', load: () => import('./commands/task-done.ts') },
  'task reschedule': { summary: 'gives a task another date', load: () => import('./commands/task-reschedule.ts') },
  'task send': { summary: 'sends a task to the tasks database', load: () => import('./commands/task-send.ts') },
  'task import': { summary: 'tasks from JSON Lines or a JSON array', load: () => import('./commands/task-import.ts') },
  'promise add': { summary: 'something promised to somebody', load: () => import('./commands/promise-add.ts') },
  'promise list': { summary: 'promises by date', load: () => import('./commands/promise-list.ts') },
  'promise keep': { summary: 'marks a promise as kept', load: () => import('./commands/promise-keep.ts') },
  'promise import': { summary: 'promises from JSON Lines or a JSON array', load: () => import('./commands/promise-import.ts') },
  'alerts list': { summary: 'the inbox', load: () => import('./commands/alerts-list.ts') },
  'alerts show': { summary: 'one alert: why, since when, where it was told', load: () => import('./commands/alerts-show.ts') },
  'alerts ack': { summary: 'acknowledges an alert', load: () => import('./commands/alerts-ack.ts') },
  'alerts snooze': { summary: 'silences an alert for a while', load: () => import('./commands/alerts-snooze.ts') },
  'alerts resolve': { summary: 'closes an alert', load: () => import('./commands/alerts-resolve.ts') },
  'alerts rate': { summary: 'useful, wrong or known', load: () => import('./commands/alerts-rate.ts') },
  'alerts precision': { summary: 'how often each rule was right, as you rated it', load: () => import('./commands/alerts-precision.ts') },
  'channel test': { summary: 'sends one test message', load: () => import('./commands/channel-test.ts') },
  import: { summary: 'health data: an Oura cache database, an Oura export, or CSV', load: () => import('./commands/import.ts') },
  connect: { summary: 'oura, workos, telegram or claude', load: () => import('./commands/connect.ts') },
  'secrets set': { summary: 'keeps a key or token in the keychain', load: () => import('./commands/secrets-set.ts') },
  'secrets list': { summary: 'which secrets are set, and where', load: () => import('./commands/secrets-list.ts') },
  'secrets delete': { summary: 'forgets a secret', load: () => import('./commands/secrets-delete.ts') },
  doctor: { summary: 'looks at everything, and says what to do', load: () => import('./commands/doctor.ts') },
  'config path': { summary: 'where the configuration and the data are', load: () => import('./commands/config-path.ts') },
  'config show': { summary: 'the configuration in force', load: () => import('./commands/config-show.ts') },
  'config check': { summary: 'whether the file is right, and what is wrong', load: () => import('./commands/config-check.ts') },
  'config set': { summary: 'changes one value in the file', load: () => import('./commands/config-set.ts') },
  'journal list': { summary: 'what happened, the newest first', load: () => import('./commands/journal-list.ts') },
  'service install': { summary: 'keeps the operator running from login on', load: () => import('./commands/service-install.ts') },
  'service remove': { summary: 'stops that again', load: () => import('./commands/service-remove.ts') },
  'service status': { summary: 'whether the system keeps it running', load: () => import('./commands/service-status.ts') },
  'journal export': { summary: 'the journal as JSON Lines', load: () => import('./commands/journal-export.ts') },
  'journal import': { summary: 'brings an export back in, each entry once', load: () => import('./commands/journal-import.ts') },
  backup: { summary: 'makes a checked backup; --list shows those there are', load: () => import('./commands/backup.ts') },
  restore: { summary: 'says what a backup would change, and goes back to it', load: () => import('./commands/restore.ts') },
  verify: { summary: 'whether database and journal are whole', load: () => import('./commands/verify.ts') },
  repair: { summary: 'mends a damaged database and says what came back', load: () => import('./commands/repair.ts') },
  erase: { summary: 'deletes everything you entered or imported, after a last backup', load: () => import('./commands/erase.ts') },
  vacuum: { summary: 'gives unused space back to the disk', load: () => import('./commands/vacuum.ts') },
  archive: { summary: 'moves old journal entries to a compressed file', load: () => import('./commands/archive.ts') },
  'sample add': { summary: 'a fortnight of sample data, clearly marked', load: () => import('./commands/sample-add.ts') },
  'sample remove': { summary: 'takes the sample data away again', load: () => import('./commands/sample-remove.ts') },
} as const satisfies Readonly<Record<string, Entry>>

export type CommandName = keyof typeof registry

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(registry, name)
}

/** Whether the words that follow the name of a command can be meant for it. */
export function isMeant(name: string, words: readonly string[]): boolean {
  const entry: Entry | null = isCommandName(name) ? registry[name] : null
  return entry?.takes?.(words) ?? true
}
