import type { Reader } from './handle.ts'

/** Whether there is data of the owner's own, and whether there is sample data. */
export function dataKinds(db: Reader): { readonly own: boolean; readonly sample: boolean } {
  const exists = (comparison: string) =>
    db.get<{ found: number }>(`SELECT EXISTS (SELECT 1 FROM readings WHERE source ${comparison} 'sample')
      OR EXISTS (SELECT 1 FROM tasks WHERE source ${comparison} 'sample')
      OR EXISTS (SELECT 1 FROM promises WHERE source ${comparison} 'sample') AS found`)?.found === 1
  return { own: exists('<>'), sample: exists('=') }
}
