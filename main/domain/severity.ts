import { severities, type Severity } from '../../shared/model/severity.ts'

export { severities, type Severity }

/** 0 for info to 4 for critical. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity)
}

export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return severityRank(severity) >= severityRank(minimum)
}

export function highestSeverity(all: readonly Severity[]): Severity {
  return all.reduce((highest, each) => (isAtLeast(each, highest) ? each : highest), 'info')
}
