import type { CaptureAnswer, CaptureClassName, CaptureView, Made } from '../../../shared/model/capture.ts'

export const capturesStrings = {
  title: 'Captures',
  tabsLabel: 'Which captures',
  tabs: { review: 'To decide', all: 'All', notes: 'Notes', ideas: 'Ideas' },
  search: 'Search captures',
  list: 'Captures',
  add: 'Capture a thought',
  addHint: 'What is on your mind?',
  addButton: 'Keep',
  loading: 'Reading your captures',
  failed: 'The captures could not be read',
  moreFailed: 'Older captures could not be read.',
  retry: 'Try again',
  close: 'Close',
  details: 'The capture',
  classes: {
    thinking: 'Thinking',
    venting: 'Venting',
    observation: 'Observation',
    note: 'Note',
    idea: 'Idea',
    personal_task: 'Private task',
    work_task: 'Work task',
    commitment: 'Promise',
    mixed: 'Several',
  } as Readonly<Record<CaptureClassName, string>>,
  states: { kept: 'Not read yet', review: 'To decide', filed: 'Filed', undone: 'Taken back' } as Readonly<
    Record<CaptureView['state'], string>
  >,
  what: 'What is it?',
  accept: (kind: string) => `Yes, ${kind.toLowerCase()}`,
  dismiss: 'Dismiss',
  split: (parts: number) => `Split it into ${parts}`,
  segments: 'Its parts',
  maybe: (kind: string) => `Perhaps ${kind.toLowerCase()}`,
  sure: (percent: string) => `${percent} % sure`,
  became: 'What became of it',
  made: { task: 'Task', promise: 'Promise', note: 'Note', idea: 'Idea', journal: 'Journal' },
  nothingMade: 'Only the text is kept.',
  waiting: 'Nothing yet: it waits for your word.',
  unread: 'Nothing yet: it is read when the operator next runs.',
  undo: 'Take back',
  change: (kind: string) => `As ${kind.toLowerCase()} instead`,
  wouldMake: 'It would make',
  wouldRemove: 'and take away',
  wouldNothing: 'It would stay as it is, under its new name.',
  proposing: 'Looking what that would change',
  doIt: 'Do it',
  leave: 'Leave it',
  why: 'Why',
  spoke: 'What spoke, and how loudly',
  answers: 'Every answer it was given',
  classifiers: { rules: 'The rules', claude: 'Claude', owner: 'You' } as Readonly<Record<CaptureAnswer['classifier'], string>>,
  unheard: 'Claude was not heard',
  unheardHint: 'The rules’ answer stands; Claude is asked again later.',
  from: (origin: string) => `from ${origin}`,
  origins: { window: 'the window', cli: 'the command line', telegram: 'Telegram', sample: 'the sample data' } as Readonly<
    Record<string, string>
  >,
  understood: 'Understood',
  fields: { due: 'Due', person: 'Person', client: 'Client', priority: 'Priority', effort: 'Takes' },
  guessedPart: (parts: string) => `${parts} guessed`,
  readFrom: (text: string) => `from “${text}”`,
  parts: {
    meridiem: 'morning or afternoon',
    hour: 'the hour',
    minute: 'the minute',
    day: 'the day',
    weekday: 'the weekday',
    month: 'the month',
    year: 'the year',
  } as Readonly<Record<string, string>>,
  minutes: (count: number) => `${count} min`,
  empty: {
    review: ['Nothing to decide', 'What the rules are not sure of waits here for one key of yours.'],
    all: ['No captures yet', 'Press the capture key anywhere, write a thought, press Enter.'],
    notes: ['No notes yet', 'Captures that hold something to know are kept here.'],
    ideas: ['No ideas yet', 'Captures of something to make or try are kept here.'],
    search: ['Nothing found', 'No capture has these words.'],
  },
  did: {
    added: ({ made, state }: CaptureView) =>
      state === 'review' ? 'Kept; it waits for your word.' : `Kept${made.length === 0 ? '' : `: ${became(made)}`}.`,
    filed: (title: string, kind: string) => `Filed “${title}” as ${kind.toLowerCase()}.`,
    dismissed: (title: string) => `Dismissed “${title}”; the text is kept.`,
    undone: (title: string) => `Took back what “${title}” had become.`,
  },
  choose: 'Choose a capture to see what became of it and why.',
  claude: {
    off: 'Claude is not asked: no key is set. The rules decide alone.',
    on: (calls: number, most: number) => `Claude was asked ${calls} of at most ${most} times today`,
    cost: (dollars: string) => `about $${dollars}`,
  },
}

const kinds: Readonly<Record<Made['kind'], string>> = { task: 'task', promise: 'promise', note: 'note', idea: 'idea', journal: 'journal' }

/** "task “Call the plumber”, promise “The deck (to Priya)”"; what went to the journal is only said to have. */
function became(made: readonly Made[]): string {
  return made.map(({ kind, title }) => (kind === 'journal' ? 'in the journal' : `${kinds[kind]} “${title}”`)).join(', ')
}
