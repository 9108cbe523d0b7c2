import type { Evaluation, Finding } from '../domain/finding.ts'
import type { MachineResources } from '../ports/machine-resources.ts'

const megabyte = 1_048_576

/** Space left at which there is still time to make room, and at which writes may soon fail. */
const lowSpace = 200 * megabyte
const veryLowSpace = 50 * megabyte

/** A quiet operator is far below this: more means that something is kept which should not be. */
const muchMemory = 600 * megabyte

function megabytes(bytes: number): string {
  return `${Math.round(bytes / megabyte).toLocaleString('en-GB')} MB`
}

function finding(rule: string, severity: Finding['severity'], title: string, body: string, evidence: Finding['evidence']): Finding {
  return { key: `operator:${rule}`, monitor: 'operator', rule, severity, title, body, evidence, members: [], subject: null }
}

function evaluation(rule: string, found: Finding | null): Evaluation {
  return found === null ? { rule, outcome: 'clear' } : { rule, outcome: 'firing', findings: [found] }
}

/** What the operator says of the machine it lives on, before it hurts. Figures are rounded, so that a few bytes are no news. */
export function evaluateResources({ freeBytes, residentBytes }: MachineResources): readonly Evaluation[] {
  const low =
    freeBytes === null || freeBytes >= lowSpace
      ? null
      : finding(
          'disk_low',
          freeBytes < veryLowSpace ? 'high' : 'medium',
          'The disk is almost full',
          `Less than ${freeBytes < veryLowSpace ? megabytes(veryLowSpace) : megabytes(lowSpace)} is left where the operator keeps its data. Make room; old journal entries can go with \`thanos archive --older-than 90d\`.`,
          { threshold_megabytes: (freeBytes < veryLowSpace ? veryLowSpace : lowSpace) / megabyte },
        )
  const large =
    residentBytes < muchMemory
      ? null
      : finding(
          'memory_high',
          'medium',
          'The operator uses too much memory',
          `It holds more than ${megabytes(muchMemory)}. Restart it; if it grows again, please report it with the log.`,
          { threshold_megabytes: muchMemory / megabyte },
        )
  return [evaluation('disk_low', low), evaluation('memory_high', large)]
}
