import type { ImportReport } from '../operator/import-files.ts'
import type { ExitCode } from './command.ts'
import type { Output } from './output.ts'
import { terminalText } from './terminal-text.ts'

/** More bad lines than a person reads; the document has them all. */
const mostNamed = 20

/** Says what an import read, added, changed and skipped, and why. Exit status 1 when something was skipped: the good lines are in. */
export function answerImport(report: ImportReport, file: string, output: Output): ExitCode {
  const { added, changed, read, skipped, unchanged } = report
  output.answer(
    report,
    () => `${file}: read ${read}, added ${added}, changed ${changed}, unchanged ${unchanged}, skipped ${skipped.length}`,
  )
  if (!output.isJson) {
    for (const { line, reason } of skipped.slice(0, mostNamed))
      output.note(`${file}${line === null ? '' : `:${line}`}: ${terminalText(reason)}`)
    if (skipped.length > mostNamed) output.note(`and ${skipped.length - mostNamed} more; --json lists them all.`)
  }
  return skipped.length === 0 ? 0 : 1
}
