import type { StatusView } from '../../../shared/model/status.ts'
import { table } from '../table.ts'
import { terminalText } from '../terminal-text.ts'
import { relativeTime } from '../time-words.ts'

/** The status page in a terminal. */
export function statusWords(status: StatusView): string {
  const ago = (at: number | null, never: string) => (at === null ? never : relativeTime(at, status.now))
  const running =
    status.running === 'no'
      ? 'Not running: `thanos run` starts it.'
      : `Running${status.pid === null ? '' : ` as process ${status.pid}`}, started ${ago(status.startedAt, 'just now')}.`
  const cycles = `Last check ${ago(status.lastRun, 'never')}, next ${ago(status.nextRun, 'when it runs')}; ${status.runCount} so far.`
  const alerts = `${status.openAlerts} open alert${status.openAlerts === 1 ? '' : 's'}${status.highestOpen === null ? '' : `, the highest ${status.highestOpen}`}; ${status.heldAlerts} held back.`
  return [
    `Thanos Operator ${status.version}`,
    running,
    cycles,
    alerts,
    quiet(status),
    '',
    table(
      ['source', 'state', 'circuit', 'last success', 'newest reading', 'trouble'],
      status.sources.map(({ circuit, condition, lastError, lastSuccess, name, newestReading }) => [
        name,
        condition.replaceAll('_', ' '),
        circuit.replaceAll('_', ' '),
        ago(lastSuccess, 'never'),
        newestReading ?? '–',
        terminalText(lastError ?? ''),
      ]),
    ),
    '',
    table(
      ['monitor', 'last check', 'took', 'next', 'trouble'],
      status.monitors.map(({ durationMs, enabled, error, id, lastCheck, nextCheck }) => [
        id,
        enabled ? ago(lastCheck, 'never') : 'off',
        durationMs === null ? '–' : `${Math.round(durationMs)} ms`,
        enabled ? ago(nextCheck, '–') : '–',
        terminalText(error ?? ''),
      ]),
    ),
    '',
    table(
      ['channel', 'from', 'last delivered', 'waiting', 'trouble'],
      status.channels.map(({ enabled, lastDelivered, lastError, minSeverity, name, queued }) => [
        name,
        enabled && minSeverity !== null ? minSeverity : 'off',
        ago(lastDelivered, 'never'),
        String(queued),
        terminalText(lastError ?? ''),
      ]),
    ),
    ...status.configurationProblems.map((problem) => `\nConfiguration: ${terminalText(problem)}`),
    ...status.notices.map((notice) => `\n${terminalText(notice)}`),
  ]
    .filter((part, index, all) => part !== '' || all[index - 1] !== '')
    .join('\n')
    .trimEnd()
}

function quiet({ dryRun, now, pausedUntil, quiet: hours }: StatusView): string {
  const states = [
    pausedUntil === null ? null : `Paused, on again ${relativeTime(pausedUntil, now)}.`,
    hours.active
      ? `Quiet hours${hours.until === null ? '' : `, over ${relativeTime(hours.until, now)}`}: only critical alerts go out.`
      : null,
    dryRun ? 'Dry run: nothing is delivered.' : null,
  ]
  return states.filter((state) => state !== null).join(' ')
}
