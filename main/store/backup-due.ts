import { dayLength, type Instant } from '../domain/instant.ts'
import { listBackups } from './backup-names.ts'

/** Whether a day has passed since the last daily backup; a clock that went back does not stop them. */
export function isBackupDue(folder: string, now: Instant): boolean {
  const last = listBackups(folder).find(({ reason }) => reason === 'daily')
  return last === undefined || now - last.at >= dayLength || last.at > now + dayLength
}
