import type { StatusView } from '../../../shared/model/status.ts'

/** The operator's figures as Prometheus text. Gauges and counters are set from one status each time, so that they never disagree with the status page. */
export async function metricsText(status: StatusView, checks: { readonly failed: number; readonly told: number }): Promise<string> {
  const { Counter, Gauge, Registry } = await import('prom-client')
  const registry = new Registry()
  const gauge = (name: string, help: string, value: number | null) => {
    if (value !== null) new Gauge({ name, help, registers: [registry] }).set(value)
  }
  const labelled = (name: string, help: string, label: string, values: readonly (readonly [string, number])[]) => {
    const each = new Gauge({ name, help, labelNames: [label], registers: [registry] })
    for (const [key, value] of values) each.set({ [label]: key }, value)
  }
  const counter = (name: string, help: string, value: number) => new Counter({ name, help, registers: [registry] }).inc(value)

  counter('thanos_checks_total', 'Check cycles run since the data folder was made.', status.runCount)
  counter('thanos_checks_failed_total', 'Check cycles in which a monitor or the cycle itself failed.', checks.failed)
  counter('thanos_alerts_told_total', 'Alerts that were really delivered on some channel.', checks.told)
  gauge('thanos_alerts_open', 'Alerts that are neither resolved nor dismissed.', status.openAlerts)
  gauge('thanos_alerts_held', 'Open alerts that were held back.', status.heldAlerts)
  gauge('thanos_last_check_timestamp_seconds', 'When the last check cycle ended.', status.lastRun === null ? null : status.lastRun / 1_000)
  gauge(
    'thanos_newest_reading_timestamp_seconds',
    'When health data last came in.',
    status.newestReadingAt === null ? null : status.newestReadingAt / 1_000,
  )
  gauge('thanos_quiet', 'Whether quiet hours or do not disturb hold notifications back.', status.quiet.active ? 1 : 0)
  labelled(
    'thanos_source_ok',
    'Whether the last read of a source was good.',
    'source',
    status.sources.map(({ name, condition }) => [name, condition === 'ok' ? 1 : 0]),
  )
  labelled(
    'thanos_source_circuit_open',
    'Whether the circuit breaker of a source is open.',
    'source',
    status.sources.map(({ name, circuit }) => [name, circuit === 'open' ? 1 : 0]),
  )
  labelled(
    'thanos_monitor_duration_seconds',
    'How long the last run of a monitor took.',
    'monitor',
    status.monitors.flatMap(({ id, durationMs }) => (durationMs === null ? [] : [[id, durationMs / 1_000] as const])),
  )
  labelled(
    'thanos_outbox_queued',
    'Messages that wait for their channel.',
    'channel',
    status.channels.map(({ name, queued }) => [name, queued]),
  )
  gauge('process_resident_memory_bytes', 'Resident memory of this process.', process.memoryUsage.rss())
  return registry.metrics()
}
