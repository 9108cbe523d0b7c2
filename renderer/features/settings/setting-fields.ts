import { maybe, number, on, text, tried } from './setting-field.ts'
import type { SettingField, SettingSection } from './setting-field.ts'

const severities = ['low', 'medium', 'high', 'critical'] as const
const least = (channel: string): SettingField => ({ kind: 'choice', path: `channels.${channel}.min_severity`, options: severities })
const hours = (rule: string): SettingField => ({ kind: 'hours', path: `monitors.tasks.hours.${rule}` })
const nights = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((night): readonly SettingField[] => [
  { kind: 'time', path: `quiet_hours.weekdays.${night}.start`, optional: true },
  { kind: 'time', path: `quiet_hours.weekdays.${night}.end`, optional: true },
])
const health = 'monitors.health.thresholds'
const patterns = 'monitors.patterns.thresholds'

/** Every setting there is, in the order of the screen; secrets alone are kept elsewhere, and what names them in the file stays as it is. */
export const settingSections: readonly SettingSection[] = [
  {
    id: 'general',
    groups: [
      { id: 'look', fields: [{ kind: 'choice', path: 'desktop.theme', options: ['system', 'light', 'dark'] }] },
      { id: 'desktop', fields: [on('desktop.launch_at_login'), maybe('capture.hotkey'), text('timezone')] },
      { id: 'caution', fields: [on('dry_run')] },
    ],
  },
  {
    id: 'quiet',
    groups: [
      {
        id: 'quiet',
        fields: [
          on('quiet_hours.enabled'),
          { kind: 'time', path: 'quiet_hours.start' },
          { kind: 'time', path: 'quiet_hours.end' },
          maybe('quiet_hours.timezone'),
        ],
      },
      { id: 'nights', fields: nights },
    ],
  },
  {
    id: 'health',
    groups: [
      { id: 'monitor', fields: [on('monitors.health.enabled'), number('monitors.health.stale_after_hours', 1, 720, 'h')] },
      { id: 'readiness', fields: [tried(`${health}.readiness_warning`, 0, 100, ''), tried(`${health}.readiness_critical`, 0, 100, '')] },
      {
        id: 'sleep',
        fields: [tried(`${health}.sleep_hours_warning`, 0, 12, 'h', 0.1), tried(`${health}.sleep_hours_critical`, 0, 12, 'h', 0.1)],
      },
      {
        id: 'hrv',
        fields: [
          tried(`${health}.hrv_warning_deviation`, -100, 0, '%'),
          tried(`${health}.hrv_critical_deviation`, -100, 0, '%'),
          number(`${health}.hrv_baseline_nights`, 2, 365, 'nights'),
          number(`${health}.hrv_minimum_nights`, 1, 365, 'nights'),
        ],
      },
      { id: 'stress', fields: [tried(`${health}.stress_high`, 0, 100, ''), tried(`${health}.stress_critical`, 0, 100, '')] },
      { id: 'recovery', fields: [tried(`${health}.recovery_warning`, 0, 100, ''), tried(`${health}.recovery_critical`, 0, 100, '')] },
      {
        id: 'rules',
        fields: [{ kind: 'rules', path: 'monitors.health.rules_off', rules: ['readiness', 'hrv', 'sleep', 'stress', 'recovery'] }],
      },
    ],
  },
  {
    id: 'tasks',
    groups: [
      { id: 'monitor', fields: [on('monitors.tasks.enabled')] },
      {
        id: 'limits',
        fields: [
          number('monitors.tasks.thresholds.pile_up', 1, 10_000, 'tasks'),
          number('monitors.tasks.thresholds.commitment_grace_days', 0, 365, 'days'),
        ],
      },
      { id: 'hours', fields: [hours('due_today'), hours('due_tomorrow'), hours('pile_up'), hours('commitment'), hours('commitment_due')] },
      {
        id: 'rules',
        fields: [
          {
            kind: 'rules',
            path: 'monitors.tasks.rules_off',
            rules: ['overdue', 'due_today', 'due_tomorrow', 'pile_up', 'commitment', 'commitment_due'],
          },
        ],
      },
    ],
  },
  {
    id: 'patterns',
    groups: [
      { id: 'monitor', fields: [on('monitors.patterns.enabled'), number('monitors.patterns.lookback_days', 1, 90, 'days')] },
      {
        id: 'sleep_debt',
        fields: [tried(`${patterns}.sleep_debt_hours`, 0, 12, 'h', 0.1), tried(`${patterns}.sleep_debt_nights`, 1, 14, 'nights')],
      },
      { id: 'energy_decline', fields: [tried(`${patterns}.energy_decline_percent`, 1, 100, '%')] },
      {
        id: 'work',
        fields: [
          number(`${patterns}.procrastination_count`, 1, 100, 'times'),
          number(`${patterns}.overcommitment_ratio`, 0, 100, 'to 1', 0.1),
          number(`${patterns}.overcommitment_minimum`, 1, 10_000, 'tasks'),
          number(`${patterns}.context_switching_clients`, 2, 1000, 'clients'),
        ],
      },
      {
        id: 'rules',
        fields: [
          {
            kind: 'rules',
            path: 'monitors.patterns.rules_off',
            rules: ['procrastination', 'energy_decline', 'overcommitment', 'sleep_debt', 'context_switching'],
          },
        ],
      },
    ],
  },
  {
    id: 'rhythm',
    groups: [
      {
        id: 'intervals',
        fields: [
          number('intervals.check_interval', 1, 3600, 's'),
          number('intervals.health_check', 300, 3600, 's'),
          number('intervals.task_check', 300, 3600, 's'),
          number('intervals.pattern_check', 900, 7200, 's'),
        ],
      },
      {
        id: 'repeats',
        fields: [
          number('deduplication.max_alerts_per_run', 1, 1000, 'alerts'),
          number('deduplication.windows.health_warning', 0, 2_592_000, 's'),
          number('deduplication.windows.health_critical', 0, 2_592_000, 's'),
          number('deduplication.windows.tasks', 0, 2_592_000, 's'),
          number('deduplication.windows.patterns', 0, 2_592_000, 's'),
          number('deduplication.window_seconds', 0, 2_592_000, 's'),
        ],
      },
    ],
  },
  {
    id: 'sources',
    groups: [
      {
        id: 'oura',
        fields: [
          on('sources.oura.enabled'),
          maybe('sources.oura.cache_db'),
          on('sources.oura.sandbox'),
          number('sources.oura.api_timeout_seconds', 0.1, 120, 's', 0.1),
        ],
      },
      {
        id: 'workos',
        fields: [
          on('sources.workos.enabled'),
          maybe('sources.workos.cache_db'),
          number('sources.workos.cache_ttl_seconds', 0, 86_400, 's'),
        ],
      },
      { id: 'state_files', fields: [on('sources.state_files.enabled'), maybe('sources.state_files.folder')] },
      {
        id: 'breaker',
        fields: [number('circuit_breaker.failure_threshold', 1, 100, 'failures'), number('circuit_breaker.timeout_seconds', 1, 3600, 's')],
      },
    ],
  },
  {
    id: 'channels',
    groups: [
      { id: 'native', fields: [on('channels.native.enabled'), least('native'), text('channels.native.sound')] },
      {
        id: 'telegram',
        fields: [
          on('channels.telegram.enabled'),
          least('telegram'),
          maybe('channels.telegram.chat_id'),
          { kind: 'list', path: 'channels.telegram.allowed_users', numbers: true },
        ],
      },
      {
        id: 'email',
        fields: [
          on('channels.email.enabled'),
          least('email'),
          maybe('channels.email.host'),
          number('channels.email.port', 1, 65_535, ''),
          { kind: 'choice', path: 'channels.email.secure', options: ['starttls', 'tls', 'none'] },
          maybe('channels.email.user'),
          maybe('channels.email.from'),
          { kind: 'list', path: 'channels.email.to' },
        ],
      },
      { id: 'push', fields: [on('channels.push.enabled'), least('push'), text('channels.push.url'), maybe('channels.push.topic')] },
      { id: 'webhook', fields: [on('channels.webhook.enabled'), least('webhook'), maybe('channels.webhook.url')] },
    ],
  },
  {
    id: 'capture',
    groups: [
      { id: 'review', fields: [number('capture.review_below', 0, 1, '', 0.05)] },
      {
        id: 'claude',
        fields: [
          on('capture.claude.enabled'),
          text('capture.claude.model'),
          number('capture.claude.ask_below', 0, 1, '', 0.05),
          number('capture.claude.max_calls_per_day', 0, 100_000, 'calls'),
        ],
      },
    ],
  },
  {
    id: 'data',
    groups: [
      {
        id: 'backup',
        fields: [
          on('backup.enabled'),
          on('backup.encrypt'),
          maybe('backup.folder'),
          number('backup.keep.daily', 1, 366, ''),
          number('backup.keep.weekly', 0, 520, ''),
          number('backup.keep.monthly', 0, 1200, ''),
        ],
      },
    ],
  },
  {
    id: 'advanced',
    groups: [
      { id: 'http', fields: [on('http.enabled'), number('http.port', 0, 65_535, '')] },
      {
        id: 'logging',
        fields: [
          { kind: 'choice', path: 'logging.level', options: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] },
          number('logging.max_bytes', 1024, 1_073_741_824, 'bytes'),
          number('logging.backup_count', 0, 100, 'files'),
        ],
      },
      {
        id: 'retry',
        fields: [
          number('retry.attempts', 1, 10, 'requests'),
          number('retry.base_ms', 0, 60_000, 'ms'),
          number('retry.max_ms', 0, 600_000, 'ms'),
          number('circuit_breaker.half_open_attempts', 1, 10, 'trials'),
          number('circuit_breaker.max_timeout_seconds', 1, 86_400, 's'),
          number('sources.workos.pool', 1, 4, ''),
        ],
      },
      {
        id: 'addresses',
        fields: [text('sources.oura.base_url'), text('channels.telegram.api_root'), maybe('capture.claude.base_url')],
      },
      {
        id: 'window',
        fields: [
          number('desktop.destroy_hidden_windows_after_seconds', 1, 86_400, 's'),
          { kind: 'choice', path: 'channels.journal.min_severity', options: ['info', ...severities] },
        ],
      },
    ],
  },
]
