import type { CaptureClassName, Made } from '../../../shared/model/capture.ts'

export const captureStrings = {
  title: 'Capture',
  field: 'A thought',
  hint: 'What is on your mind?',
  save: 'Save',
  newLine: 'New line',
  plain: 'Plain text',
  read: 'Read it',
  plainKept: 'Kept as plain text: dates and people are not read.',
  undo: 'Undo',
  undone: 'Taken back. The text is kept under Captures.',
  understood: 'Understood',
  kinds: { date: 'Date', person: 'Person' },
  more: (count: number) => `and ${count} more`,
  notUndone: 'Not taken back.',
  notSaved: 'Not saved; the text is still here.',
  kept: 'Kept. What it is will be found out later.',
  review: (guess: string) => `Kept for you to decide: perhaps ${guess}`,
  journal: 'Kept in the journal',
  made: { task: 'Task', promise: 'Promise', note: 'Note', idea: 'Idea', journal: 'Journal' } as Readonly<Record<Made['kind'], string>>,
  writeOn: 'Type to write the next one',
}

export const classNamesInWords: Readonly<Record<CaptureClassName, string>> = {
  thinking: 'thinking',
  venting: 'venting',
  observation: 'an observation',
  note: 'a note',
  idea: 'an idea',
  personal_task: 'a private task',
  work_task: 'a work task',
  commitment: 'a promise',
  mixed: 'several things',
}
