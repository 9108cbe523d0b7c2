import type { CaptureView } from '../../../shared/model/capture.ts'

/** One line that stands for a capture: its first line that says something. Never the extracted title, which may be another's words. */
export function captureTitle({ text }: Pick<CaptureView, 'text'>): string {
  const line =
    text
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each !== '') ?? text
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}

const longest = 80
