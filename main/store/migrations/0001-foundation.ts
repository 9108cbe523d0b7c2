import type { Migration } from './migration.ts'

/**
 * Instants are INTEGER milliseconds, days TEXT YYYY-MM-DD, booleans 0 and 1, structured values JSON text, severities their rank
 * (0 info to 4 critical) so that they sort. Every table has rowids: repair reads a damaged one by ranges of them (salvage.ts).
 */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  sql: `
CREATE TABLE readings (
  metric TEXT NOT NULL,
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  value REAL NOT NULL,
  read_at INTEGER NOT NULL,
  basis_minutes REAL,
  PRIMARY KEY (metric, day, source)
) STRICT;
CREATE INDEX readings_by_day ON readings (day, metric);

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  notes TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'in_progress', 'backlog', 'completed', 'cancelled')),
  priority TEXT CHECK (priority IN ('p0', 'p1', 'p2', 'p3')),
  due_day TEXT,
  due_at INTEGER,
  planned_day TEXT,
  client TEXT,
  effort_minutes REAL,
  drain TEXT CHECK (drain IN ('deep', 'shallow', 'admin')),
  source TEXT NOT NULL,
  source_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  completed_at INTEGER,
  CHECK (due_day IS NULL OR due_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX tasks_by_source ON tasks (source, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX tasks_by_status ON tasks (status);

CREATE TABLE task_events (
  id INTEGER PRIMARY KEY,
  task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  from_due TEXT,
  to_due TEXT
) STRICT;
CREATE UNIQUE INDEX task_events_once ON task_events (task_id, type, at, coalesce(from_due, ''), coalesce(to_due, ''));
CREATE INDEX task_events_by_time ON task_events (at);

CREATE TABLE promises (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL,
  to_whom TEXT NOT NULL,
  due_day TEXT,
  due_at INTEGER,
  status TEXT NOT NULL CHECK (status IN ('active', 'kept', 'broken', 'renegotiated', 'cancelled')),
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (due_day IS NULL OR due_at IS NULL)
) STRICT;
CREATE INDEX promises_by_status ON promises (status);

-- What each imported record said when it was last imported: the same again changes nothing, not even what was edited here since.
CREATE TABLE imported_records (kind TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT;

CREATE TABLE alerts (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  monitor TEXT NOT NULL,
  rule TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 4),
  state TEXT NOT NULL CHECK (state IN ('open', 'acknowledged', 'snoozed', 'resolved', 'dismissed')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  evidence TEXT NOT NULL,
  members TEXT NOT NULL,
  subject TEXT,
  opened_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  acknowledged_at INTEGER,
  snoozed_until INTEGER,
  closed_at INTEGER,
  closed_by TEXT CHECK (closed_by IN ('rule', 'owner')),
  cleared_at INTEGER,
  flaps INTEGER NOT NULL,
  held_for_morning INTEGER NOT NULL CHECK (held_for_morning IN (0, 1)),
  suppression TEXT,
  rating TEXT CHECK (rating IN ('useful', 'wrong', 'known'))
) STRICT;
-- The inbox is a merge of the ranges of this index: see alert-list.ts.
CREATE INDEX alerts_inbox ON alerts (state, severity, opened_at, id);
CREATE INDEX alerts_by_key ON alerts (key, opened_at);
CREATE INDEX alerts_by_closing ON alerts (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX alerts_by_clearing ON alerts (cleared_at) WHERE cleared_at IS NOT NULL;
CREATE INDEX alerts_closed_yet_true ON alerts (opened_at) WHERE state IN ('resolved', 'dismissed') AND cleared_at IS NULL;
-- An alert is the life of one key: two lives at once would tell everything twice.
CREATE UNIQUE INDEX alerts_one_open ON alerts (key) WHERE state IN ('open', 'acknowledged', 'snoozed');

CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  alert_id TEXT NOT NULL,
  key TEXT NOT NULL,
  rule TEXT NOT NULL,
  severity INTEGER NOT NULL,
  rating TEXT NOT NULL CHECK (rating IN ('useful', 'wrong', 'known')),
  evidence TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ratings_by_alert ON ratings (alert_id);

CREATE TABLE mutes (rule TEXT PRIMARY KEY, until INTEGER) STRICT;

CREATE TABLE notification_log (
  key TEXT PRIMARY KEY,
  alert_id TEXT NOT NULL,
  severity INTEGER NOT NULL,
  members TEXT NOT NULL,
  told_by_channel TEXT NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notification_log_by_time ON notification_log (last_at);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  severity INTEGER NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  receipt TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX outbox_lanes ON outbox (channel, severity = 4, id) WHERE state = 'queued';
CREATE INDEX outbox_by_channel ON outbox (channel, state, finished_at);
CREATE TABLE outbox_alerts (
  alert_id TEXT NOT NULL,
  outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  PRIMARY KEY (alert_id, outbox_id)
) STRICT;
CREATE INDEX outbox_alerts_by_message ON outbox_alerts (outbox_id);
CREATE TABLE channel_holds (channel TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('debug', 'info', 'warning', 'alert', 'critical')),
  title TEXT NOT NULL,
  data TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_type ON journal (type, id);
CREATE INDEX journal_by_time ON journal (at);
-- The newest link of the chain: where the next entry joins, and how a cut-off end is noticed.
CREATE TABLE journal_head (only INTEGER PRIMARY KEY CHECK (only = 1), id INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO journal_head VALUES (1, 0, '');
-- Where entries were taken out on purpose (archived) or are known to be lost (repair): the last one's id and hash, so that the chain still holds.
CREATE TABLE journal_anchors (
  last_id INTEGER PRIMARY KEY,
  first_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('archived', 'lost')),
  file TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE journal_imports (hash TEXT PRIMARY KEY, journal_id INTEGER NOT NULL) STRICT;
CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'The journal is append-only.');
END;
CREATE TRIGGER journal_leaves_only_through_an_anchor BEFORE DELETE ON journal
WHEN NOT EXISTS (SELECT 1 FROM journal_anchors WHERE kind = 'archived' AND OLD.id BETWEEN first_id AND last_id) BEGIN
  SELECT RAISE(ABORT, 'The journal is append-only.');
END;

CREATE TABLE hour_slots (rule TEXT NOT NULL, day TEXT NOT NULL, hour INTEGER NOT NULL, PRIMARY KEY (day, rule, hour)) STRICT;

CREATE TABLE monitor_states (
  monitor TEXT PRIMARY KEY,
  last_check INTEGER,
  duration_ms REAL,
  alerts_generated INTEGER NOT NULL,
  next_due INTEGER,
  error TEXT
) STRICT;

CREATE TABLE source_states (
  name TEXT PRIMARY KEY,
  condition TEXT NOT NULL,
  circuit TEXT NOT NULL,
  last_success INTEGER,
  last_error TEXT,
  came_from TEXT NOT NULL,
  retry_at INTEGER,
  consecutive_failures INTEGER NOT NULL,
  trips INTEGER NOT NULL,
  openings INTEGER NOT NULL
) STRICT;
CREATE TABLE cached_values (source TEXT PRIMARY KEY, value TEXT NOT NULL, read_at INTEGER NOT NULL) STRICT;

CREATE TABLE operator_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE captures (id TEXT PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE INDEX captures_by_time ON captures (at, id);
CREATE TRIGGER captures_are_never_changed BEFORE UPDATE ON captures BEGIN
  SELECT RAISE(ABORT, 'A capture is kept as it was entered.');
END;
CREATE TRIGGER captures_are_never_lost BEFORE DELETE ON captures BEGIN
  SELECT RAISE(ABORT, 'A capture is never deleted.');
END;

CREATE TABLE classifications (
  id TEXT PRIMARY KEY,
  capture_id TEXT NOT NULL REFERENCES captures (id),
  classifier TEXT NOT NULL,
  class TEXT NOT NULL,
  confidence REAL NOT NULL,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'corrected', 'rejected', 'undone'))
) STRICT;
CREATE INDEX classifications_by_capture ON classifications (capture_id, at);
CREATE INDEX classifications_to_review ON classifications (at) WHERE state = 'proposed' AND review = 1;
`,
}
