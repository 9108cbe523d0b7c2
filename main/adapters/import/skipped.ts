/** What could not be imported: the line where the format has lines (from 1), and why. */
export type Skipped = { readonly line: number | null; readonly reason: string }
