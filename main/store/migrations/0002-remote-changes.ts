import type { Migration } from './migration.ts'

/** What the owner changed here and a task source has yet to hear of, and how each mirrored task was last seen there. */
export const remoteChanges: Migration = {
  version: 2,
  name: 'remote_changes',
  sql: `
CREATE TABLE remote_changes (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'complete', 'reopen')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'applied', 'conflict', 'withdrawn')),
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  last_error TEXT
) STRICT;
CREATE INDEX remote_changes_queue ON remote_changes (source, id) WHERE state = 'queued';
CREATE INDEX remote_changes_by_task ON remote_changes (task_id);
CREATE TABLE remote_versions (
  task_id TEXT PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  updated_at INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
