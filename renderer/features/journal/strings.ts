import type { JournalEntryView } from '../../../shared/model/journal.ts'

export const journalStrings = {
  title: 'Journal',
  search: 'Search the journal',
  severity: 'How grave',
  all: 'Everything',
  severities: {
    debug: 'Details',
    info: 'Information',
    warning: 'Warnings',
    alert: 'Alerts',
    critical: 'Critical',
  } as Readonly<Record<JournalEntryView['severity'], string>>,
  filter: 'Filter',
  list: 'Entries, newest first',
  loading: 'Reading the journal',
  failed: 'The journal could not be read',
  moreFailed: 'Older entries could not be read.',
  retry: 'Try again',
  empty: ['Nothing is written yet', 'Everything the operator finds, sends, holds back and changes is written here and never altered.'],
  nothing: ['Nothing found', 'No entry matches these words and filters.'],
  save: 'Save as a file',
  saving: (count: number) => `Saving, ${count} so far`,
  from: (source: string) => `from ${source}`,
  details: (title: string) => `Particulars of ${title}`,
  noData: 'No further particulars.',
}
