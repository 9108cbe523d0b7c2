// Known weaknesses of what is shipped: `npm audit` over the production dependencies. A registry without audits is said, never taken for a clean bill.
import { spawnSync } from 'node:child_process'
import { root } from './pinned-node.mjs'

/** `known` counts by severity; null where the registry did not answer, with its words in `reason`. */
export function readAudit(text) {
  let answer
  try {
    answer = JSON.parse(text)
  } catch {
    return { known: null, reason: 'npm gave no answer that can be read' }
  }
  const known = answer?.metadata?.vulnerabilities
  if (known === undefined)
    return { known: null, reason: (answer?.message ?? answer?.error?.summary ?? '').split(' - ')[0] || 'no reason given' }
  const named = Object.values(answer.vulnerabilities ?? {}).map(({ name, severity }) => `${name} (${severity})`)
  return { known, named, isGood: (known.high ?? 0) + (known.critical ?? 0) === 0 }
}

/** False only for a weakness that is high or critical. */
export function auditDependencies() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const audit = readAudit(stdout ?? '')
  if (audit.known === null) {
    console.log(`- audit of the dependencies skipped: the registry does not answer audits (${audit.reason})`)
    return true
  }
  console.log(
    `${audit.isGood ? '✓' : '✗'} audit of the dependencies: ${audit.known.total ?? 0} known weaknesses${audit.named.length > 0 ? `: ${audit.named.join(', ')}` : ''}`,
  )
  return audit.isGood
}
