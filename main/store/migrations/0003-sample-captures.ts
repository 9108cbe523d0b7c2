import type { Migration } from './migration.ts'

/** The sample data has captures too, and goes in one click; an owner's capture still cannot be deleted. */
export const sampleCaptures: Migration = {
  version: 3,
  name: 'sample_captures',
  sql: `
DROP TRIGGER captures_are_never_lost;
CREATE TRIGGER captures_are_never_lost BEFORE DELETE ON captures WHEN OLD.origin <> 'sample' BEGIN
  SELECT RAISE(ABORT, 'A capture is never deleted.');
END;
`,
}
