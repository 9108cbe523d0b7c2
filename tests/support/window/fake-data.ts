import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { BackupView } from '../../../shared/ipc/data.ts'

type DataHandlers = Pick<Handlers, Extract<keyof Handlers, `data:${string}`>>

/** Backups as the window sees them. */
export function fakeData(now: number): DataHandlers {
  const made = (name: string, reason: BackupView['reason'], ago: number): BackupView => ({
    name,
    reason,
    at: now - ago,
    bytes: 1_200_000,
    encrypted: false,
  })
  const backups = [made('daily-20260120T080000Z.db', 'daily', 3_600_000)]
  const preview = {
    tables: [{ table: 'tasks', now: 9, restored: 8 }],
    newest: { now, restored: now - 3_600_000 },
  }
  return {
    'data:list': () => ({ folder: '/data/backups', backups: [...backups], eraseWord: 'ERASE' }),
    'data:back-up': () => {
      const backup = made('manual-20260120T090000Z.db', 'manual', 0)
      backups.unshift(backup)
      return { backup, removed: 0, shrunkFrom: null }
    },
    'data:preview': () => preview,
    'data:restore': () => ({ preview, before: made('before-restore-20260120T090000Z.db', 'before-restore', 0) }),
    'data:verify': () => ({ ok: true, problems: [], journal: { ok: true, entries: 40, archived: 0, lost: 0 } }),
    'data:import': () => ({ read: 0, added: 0, changed: 0, unchanged: 0, skipped: [], skippedInAll: 0 }),
    'data:vacuum': () => ({ bytesBefore: 2_000_000, bytesAfter: 1_200_000 }),
    'data:export': () => ({ kind: 'text', entries: 0, text: '' }),
    'data:archive': () => ({ entries: 0, file: null }),
    'data:erase': () => ({ rows: 40, before: made('before-erase-20260120T090000Z.db', 'before-erase', 0), backupsLeft: 2 }),
  }
}
