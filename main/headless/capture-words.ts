import { captureClasses, type CaptureClass } from '../../shared/model/capture-class.ts'

/**
 * `thanos capture` takes any words, so `list`, `show`, `reclassify` and `undo` are commands only where what follows fits them: `capture list` alone,
 * `capture show n-0mk…` with an id. `capture list the shoes` and `capture show Anna the garden` stay thoughts, as does everything after `--`.
 */
const isId = (word: string | undefined): boolean => word !== undefined && /^[a-z]+[-:]\S*\d\S*$/.test(word)

export function areForList(words: readonly string[]): boolean {
  return words.length === 0
}

export function areForOne(words: readonly string[]): boolean {
  return words.length === 0 || (words.length === 1 && isId(words[0]))
}

export function areForReclassify(words: readonly string[]): boolean {
  const [first, second] = words
  if (words.length < 2) return words.length === 0 || isId(first) || readClass(first) !== null
  return words.length === 2 && isId(first) && second !== undefined
}

/** `work_task`, `work-task` → the class; null for anything else. */
export function readClass(word: string | undefined): CaptureClass | null {
  const named = word?.toLowerCase().replaceAll('-', '_')
  return captureClasses.find((kind) => kind === named) ?? null
}
