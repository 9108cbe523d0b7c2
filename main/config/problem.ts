/** One thing wrong with the configuration, in words for its owner. Lines and columns count from 1. */
export type ConfigurationProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Dotted: monitors.health.thresholds. Empty for the file as a whole. */
  readonly path: string
  /** What was found, what is allowed, and the nearest known name. Never the value of a secret. */
  readonly message: string
}

/** `operator.yaml:14: monitors.health.tresholds is not known here. Did you mean thresholds?` */
export function formatProblem(problem: ConfigurationProblem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`
}
