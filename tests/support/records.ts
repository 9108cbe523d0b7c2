import { newAlert, type Alert } from '../../main/domain/alert.ts'
import type { NewJournalEntry } from '../../main/domain/journal-entry.ts'
import type { Message } from '../../main/domain/message.ts'
import type { PersonalPromise } from '../../main/domain/promise.ts'
import type { Reading } from '../../main/domain/reading.ts'
import type { Task } from '../../main/domain/task.ts'
import { testNow } from './test-database.ts'

export function anAlert(changes: Partial<Alert> = {}): Alert {
  const said = {
    key: 'health:readiness:2026-01-20',
    monitor: 'health',
    rule: 'readiness',
    severity: 'medium',
    title: 'Readiness is low',
    body: 'Your readiness is 62 (low). Lighter tasks today would help.',
    evidence: { value: 62, threshold: 65, day: '2026-01-20' },
    members: [],
    subject: { kind: 'metric', id: 'readiness' },
  } as const
  return { ...newAlert('a-1', said, testNow), ...changes }
}

export function aTask(changes: Partial<Task> = {}): Task {
  return {
    id: 't-1',
    title: 'Memphis report',
    notes: null,
    status: 'pending',
    priority: 'p1',
    due: { kind: 'day', day: '2026-01-18' },
    plannedDay: null,
    client: 'Memphis',
    effortMinutes: 90,
    drain: 'deep',
    source: 'local',
    sourceId: null,
    createdAt: testNow,
    updatedAt: testNow,
    completedAt: null,
    ...changes,
  }
}

export function aPromise(changes: Partial<PersonalPromise> = {}): PersonalPromise {
  return {
    id: 'p-1',
    what: 'date night',
    to: 'Ashley',
    due: { kind: 'day', day: '2026-01-17' },
    status: 'active',
    source: 'local',
    createdAt: testNow,
    updatedAt: testNow,
    ...changes,
  }
}

export function aReading(changes: Partial<Reading> = {}): Reading {
  return { metric: 'readiness', day: '2026-01-20', value: 62, source: 'oura', readAt: testNow, basisMinutes: null, ...changes }
}

export function anEntry(changes: Partial<NewJournalEntry> = {}): NewJournalEntry {
  return { at: testNow, type: 'finding', source: 'health', severity: 'alert', title: 'Readiness is low', data: { value: 62 }, ...changes }
}

export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    kind: 'alert',
    channel: 'native',
    tells: [{ alertId: 'a-1', key: 'health:readiness:2026-01-20', severity: 'medium', members: [] }],
    severity: 'medium',
    title: 'Readiness is low',
    body: 'Lighter tasks today would help.',
    subject: null,
    at: testNow,
    ...changes,
  }
}
