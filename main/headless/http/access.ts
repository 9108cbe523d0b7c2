import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minute, type Instant } from '../../operator/host.ts'

/** Bytes of every secret here: 256 bits. */
const secretBytes = 32

/** How long a one-time link opens the window. */
const linkLife = 10 * minute

/** Browsers that may stay signed in at once; the oldest is forgotten first. */
const mostSessions = 20

export type Access = {
  /** The secret of tools, kept in the data folder for its owner alone. */
  readonly tokenFile: string
  isToken(given: string): boolean
  /** A code for one sign-in. */
  issueCode(): string
  /** The session that a code buys, once; null where the code is wrong, used or old. */
  redeem(code: string): string | null
  isSession(given: string): boolean
}

function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** Compares without telling by its duration how much was right; hashing first makes both sides equally long. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Whether others of this machine could have read it. Windows has no such modes; there the folder of its owner's profile protects it. */
function wasOpenToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
}

function readToken(file: string): string {
  try {
    const token = readFileSync(file, 'utf8').trim()
    // What others could read is no secret any more: it is replaced, not only locked away.
    if (token.length >= 43 && !wasOpenToOthers(file)) return token
  } catch {
    // There is none yet: one is made below.
  }
  const token = newSecret()
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return token
}

/** Who may ask. Codes and sessions live in memory: a restart signs every browser out. */
export function createAccess(dataFolder: string, now: () => Instant): Access {
  const tokenFile = join(dataFolder, 'http-token')
  const token = readToken(tokenFile)
  const codes = new Map<string, Instant>()
  const sessions = new Set<string>()
  return {
    tokenFile,
    isToken: (given) => isSame(given, token),
    issueCode() {
      const code = newSecret()
      codes.set(code, now() + linkLife)
      return code
    },
    redeem(code) {
      const expires = codes.get(code)
      codes.delete(code)
      if (expires === undefined || expires < now()) return null
      const session = newSecret()
      sessions.add(session)
      const [oldest] = sessions
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
      return session
    },
    isSession: (given) => [...sessions].some((each) => isSame(each, given)),
  }
}
