import type { UnderstoodSpanView } from '../../../shared/model/capture.ts'

export type TextPiece = { readonly text: string; readonly start: number; readonly kind: UnderstoodSpanView['kind'] | null }

/** The whole text in order, cut where something was understood. Spans that overlap an earlier one, or do not fit the text, are left out. */
export function textPieces(text: string, spans: readonly UnderstoodSpanView[]): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    if (span.start < at || span.end <= span.start || span.end > text.length) continue
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), start: at, kind: null })
    pieces.push({ text: text.slice(span.start, span.end), start: span.start, kind: span.kind })
    at = span.end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, kind: null })
  return pieces
}
