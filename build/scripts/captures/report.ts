import { captureClasses, type CaptureClass } from '../../../main/domain/capture.ts'

/** One answer beside the truth. `acts`: it, or a part of it, would become a task or a promise with nobody asked. */
export type Answer = {
  readonly truth: CaptureClass
  readonly said: CaptureClass
  readonly confidence: number
  readonly review: boolean
  readonly acts: boolean
}

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)

export const accuracyOf = (answers: readonly Answer[]): number =>
  share(answers.filter((answer) => answer.said === answer.truth).length, answers.length)

/** The share of thinking and venting that would become a task or a promise without review. */
export function harmOf(answers: readonly Answer[]): number {
  const idle = answers.filter((answer) => answer.truth === 'thinking' || answer.truth === 'venting')
  return share(idle.filter((answer) => answer.acts).length, idle.length)
}

/** Expected calibration error over ten bins: how far, on average, confidence is from being right. */
export function calibrationError(answers: readonly Answer[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) => answers.filter((answer) => Math.min(9, Math.floor(answer.confidence * 10)) === bin))
  return bins.reduce((sum, bin) => {
    const confidence = bin.reduce((total, answer) => total + answer.confidence, 0)
    const right = bin.filter((answer) => answer.said === answer.truth).length
    return sum + Math.abs(confidence - right) / Math.max(1, answers.length)
  }, 0)
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

/** Accuracy, precision and recall per class, the confusion matrix, calibration, review and harm, as text. */
export function reportOf(title: string, answers: readonly Answer[]): string {
  const count = (truth: CaptureClass, said: CaptureClass): number =>
    answers.filter((answer) => answer.truth === truth && answer.said === said).length
  const settled = answers.filter((answer) => !answer.review)
  const rows = captureClasses.map((kind) => {
    const right = count(kind, kind)
    const saidSo = answers.filter((answer) => answer.said === kind).length
    const wereSo = answers.filter((answer) => answer.truth === kind).length
    const cells = captureClasses.map((said) => String(count(kind, said)).padStart(5)).join('')
    return `${kind.padEnd(15)}${cells}   ${percent(share(right, saidSo)).padStart(8)} ${percent(share(right, wereSo)).padStart(8)}`
  })
  return [
    `${title}: ${answers.length} entries`,
    `accuracy ${percent(accuracyOf(answers))}; without those sent to review (${percent(1 - share(settled.length, answers.length))}) ${percent(accuracyOf(settled))}`,
    `thinking and venting that became a task or a promise unreviewed: ${percent(harmOf(answers))} (at most 2 %)`,
    `expected calibration error: ${percent(calibrationError(answers))}`,
    `${'truth \\ said'.padEnd(15)}${captureClasses.map((kind) => kind.slice(0, 4).padStart(5)).join('')}   precision   recall`,
    ...rows,
    '',
  ].join('\n')
}
