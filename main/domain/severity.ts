/** How much a finding matters, mildest first. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const

export type Severity = (typeof severities)[number]

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
