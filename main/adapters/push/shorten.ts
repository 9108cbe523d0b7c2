const mark = '… (shortened)'

/** The text in at most `limit` bytes of UTF-8; what does not fit is replaced by a mark. Never cuts a character a reader sees as one. */
export function shorten(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  const room = limit - Buffer.byteLength(mark)
  let kept = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    used += Buffer.byteLength(segment)
    if (used > room) break
    kept += segment
  }
  return kept + mark
}
