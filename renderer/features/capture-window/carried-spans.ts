import type { UnderstoodSpanView } from '../../../shared/model/capture.ts'

/**
 * What was understood of `before`, placed in `after`: spans in front of the change stay, spans behind it move with it, and one that the
 * change touches is gone until the text is read again. So the marks do not flicker or stand on the wrong words while someone types.
 */
export function carriedSpans(spans: readonly UnderstoodSpanView[], before: string, after: string): readonly UnderstoodSpanView[] {
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && before[same] === after[same]) same += 1
  let sameEnd = 0
  while (sameEnd < most - same && before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]) sameEnd += 1
  const shift = after.length - before.length
  return spans.flatMap((span) => {
    if (span.end <= same) return [span]
    if (span.start >= before.length - sameEnd) return [{ ...span, start: span.start + shift, end: span.end + shift }]
    return []
  })
}
