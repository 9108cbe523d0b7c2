import { z } from 'zod'
import { mostImported } from './limits.ts'
import { instantSchema } from '../model/alert.ts'

const backupViewSchema = z.object({
  /** Its file in the backup folder; what the other requests name it by. */
  name: z.string(),
  reason: z.enum(['daily', 'manual', 'before-migration', 'before-update', 'before-restore', 'before-erase', 'repaired']),
  at: instantSchema,
  bytes: z.number().int(),
  encrypted: z.boolean(),
})
export type BackupView = z.infer<typeof backupViewSchema>

/** For this request alone; without it the passphrase that is kept as a secret serves. */
const passphrase = z.string().min(1).max(1000).optional()

/** A backup is named, never a path: a page in a browser has no business with other files of the machine. */
const named = z.object({ name: z.string().min(1).max(200), passphrase })

/** What a restore would change: how many rows each table has and would have. */
const previewSchema = z.object({
  tables: z.array(z.object({ table: z.string(), now: z.number().int(), restored: z.number().int() })),
  newest: z.object({ now: instantSchema.nullable(), restored: instantSchema.nullable() }),
})
export type RestorePreviewView = z.infer<typeof previewSchema>

/** The owner's data as a whole. A request that is refused or fails has changed nothing. */
export const dataContract = {
  'data:list': {
    input: z.object({}),
    output: z.object({
      folder: z.string(),
      /** The newest first. */
      backups: z.array(backupViewSchema),
      /** What has to be typed before everything is erased. */
      eraseWord: z.string(),
    }),
  },
  'data:back-up': {
    input: z.object({ passphrase }),
    output: z.object({ backup: backupViewSchema, removed: z.number().int(), shrunkFrom: backupViewSchema.nullable() }),
  },
  'data:preview': { input: named, output: previewSchema },
  /** `before` is the backup of what was there, which takes the restore back. */
  'data:restore': { input: named, output: z.object({ preview: previewSchema, before: backupViewSchema }) },
  'data:verify': {
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      problems: z.array(z.string()),
      journal: z.union([
        z.object({ ok: z.literal(true), entries: z.number().int(), archived: z.number().int(), lost: z.number().int() }),
        z.object({ ok: z.literal(false), reason: z.string() }),
      ]),
    }),
  },
  /** A file as bytes. Importing twice equals importing once; what could not be read is named, and the rest is in. */
  'data:import': {
    input: z.object({
      what: z.enum(['health', 'tasks', 'promises', 'journal']),
      /** The name its owner knows it by; for the journal's entry and the words of a refusal. */
      name: z.string().min(1).max(300),
      /** Base64. */
      content: z.string().max(mostImported),
    }),
    output: z.object({
      read: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      /** The first of what was skipped. */
      skipped: z.array(z.object({ line: z.number().int().nullable(), reason: z.string() })),
      skippedInAll: z.number().int(),
    }),
  },
  'data:vacuum': { input: z.object({}), output: z.object({ bytesBefore: z.number().int(), bytesAfter: z.number().int() }) },
  /** The journal as JSON Lines: as text where a page can hold it, else as a file beside the archives. */
  'data:export': {
    input: z.object({}),
    output: z.union([
      z.object({ kind: z.literal('text'), entries: z.number().int(), text: z.string() }),
      z.object({ kind: z.literal('file'), entries: z.number().int(), file: z.string() }),
    ]),
  },
  'data:archive': {
    input: z.object({ olderThanDays: z.number().int().min(1).max(36_500) }),
    /** `file` is null where nothing was old enough. */
    output: z.object({ entries: z.number().int(), file: z.string().nullable() }),
  },
  /** The configuration, the keys and the files of backups and archives stay. */
  'data:erase': {
    input: z.object({ confirmation: z.string().max(100), backUpFirst: z.boolean() }),
    output: z.object({
      rows: z.number().int(),
      /** The last backup, which brings everything back; null where it was declined. */
      before: backupViewSchema.nullable(),
      backupsLeft: z.number().int(),
    }),
  },
} as const
