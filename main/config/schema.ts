import type { z } from 'zod'
import { channelSettings } from './channel-settings.ts'
import {
  clockTime,
  decimal,
  oneOf,
  optionalClockTime,
  optionalText,
  optionalWebAddress,
  optionalZone,
  secret,
  section,
  text,
  webAddress,
  whole,
  yesNo,
  zoneOrSystem,
} from './fields.ts'
import { monitorSettings } from './monitor-settings.ts'

const night = () =>
  section({ start: optionalClockTime('its start'), end: optionalClockTime('its end') }, 'the night that begins on this day').optional()

const sources = section(
  {
    oura: section(
      {
        enabled: yesNo(true, 'read the Oura ring'),
        base_url: webAddress('https://api.ouraring.com', 'where its API lives'),
        token: secret('${OURA_ACCESS_TOKEN}', 'the name of its access token'),
        cache_db: optionalText('~/.oura-cache/oura-health.db', 'a local cache, read first where it exists; null for none'),
        api_timeout_seconds: decimal(10, 0.1, 120, 'seconds to wait for an answer'),
        sandbox: yesNo(false, "try with Oura's own sample data"),
      },
      'The Oura ring.',
    ).prefault({}),
    workos: section(
      {
        enabled: yesNo(true, 'read the tasks database'),
        database_url: secret('${WORKOS_DATABASE_URL}', 'the name of its address, which carries a password'),
        cache_db: optionalText('~/.workos-cache/cache.db', 'a local mirror, read first while young; null for none'),
        cache_ttl_seconds: whole(300, 0, 86_400, 'seconds for which that mirror is young'),
        pool: whole(4, 1, 4, 'connections at most'),
      },
      'The tasks database.',
    ).prefault({}),
    state_files: section(
      { enabled: yesNo(false, 'read patterns.json and CurrentFocus.md'), folder: optionalText(null, 'the folder they are in') },
      'Files that another program keeps.',
    ).prefault({}),
  },
  'Where readings and tasks come from.',
)

/** operator.yaml: strict, every key optional, every default here. Keys and defaults are those of the operations page. */
export const configurationSchema = section(
  {
    timezone: zoneOrSystem('the zone whose midnight ends a day: an IANA name such as Europe/Berlin, or system'),
    dry_run: yesNo(false, 'run everything and deliver nothing'),
    intervals: section(
      {
        check_interval: whole(300, 1, 3600, 'seconds between looks at what is due'),
        health_check: whole(900, 300, 3600, 'seconds between health checks'),
        task_check: whole(900, 300, 3600, 'seconds between task checks'),
        pattern_check: whole(1800, 900, 7200, 'seconds between pattern checks'),
      },
      'How often it looks.',
    ).prefault({}),
    quiet_hours: section(
      {
        enabled: yesNo(true, 'hold back everything but critical'),
        start: clockTime('22:00', 'when they begin'),
        end: clockTime('07:00', 'when they end; before the start means the next morning'),
        timezone: optionalZone('a zone of their own; null for the one above'),
        weekdays: section(
          { mon: night(), tue: night(), wed: night(), thu: night(), fri: night(), sat: night(), sun: night() },
          'nights that differ, by the day on which they begin, e.g. sat: { end: "09:00" }',
        ).prefault({}),
      },
      'When only critical alerts go out.',
    ).prefault({}),
    deduplication: section(
      {
        window_seconds: whole(3600, 0, 2_592_000, 'seconds in which the same alert is told once, where nothing below says otherwise'),
        max_alerts_per_run: whole(20, 1, 1000, 'alerts told in one check; the rest become one message'),
        windows: section(
          {
            health_warning: whole(14_400, 0, 2_592_000, 'seconds, health warnings'),
            health_critical: whole(3600, 0, 2_592_000, 'seconds, critical health alerts'),
            tasks: whole(86_400, 0, 2_592_000, 'seconds, tasks and promises'),
            patterns: whole(604_800, 0, 2_592_000, 'seconds, patterns'),
          },
          'Windows by kind of alert.',
        ).prefault({}),
      },
      'How often the same thing may be said.',
    ).prefault({}),
    monitors: monitorSettings.prefault({}),
    sources: sources.prefault({}),
    channels: channelSettings.prefault({}),
    circuit_breaker: section(
      {
        failure_threshold: whole(3, 1, 100, 'failures in a row after which a source is left alone'),
        timeout_seconds: whole(60, 1, 3600, 'seconds until it is tried again'),
        half_open_attempts: whole(1, 1, 10, 'trials at that moment'),
        max_timeout_seconds: whole(900, 1, 86_400, 'seconds to which that wait may grow'),
      },
      'What happens when a source fails.',
    ).prefault({}),
    retry: section(
      {
        attempts: whole(3, 1, 10, 'requests in all'),
        base_ms: whole(250, 0, 60_000, 'milliseconds before the second'),
        max_ms: whole(10_000, 0, 600_000, 'milliseconds at most between two'),
      },
      'How often a failed request is repeated at once.',
    ).prefault({}),
    capture: section(
      {
        hotkey: optionalText('Control+Shift+Space', 'opens the capture window anywhere; null for none'),
        review_below: decimal(0.6, 0, 1, 'confidence below which you are asked'),
        claude: section(
          {
            enabled: yesNo(true, 'ask Claude where the rules are unsure and a key is set'),
            api_key: secret('${ANTHROPIC_API_KEY}', 'the name of its key'),
            model: text('claude-haiku-5-5', 'the model'),
            base_url: optionalWebAddress(null, 'another address for its API'),
            ask_below: decimal(0.65, 0, 1, 'confidence of the rules below which it is asked'),
            max_calls_per_day: whole(200, 0, 100_000, 'calls a day at most'),
          },
          'The second opinion.',
        ).prefault({}),
      },
      'Catching thoughts.',
    ).prefault({}),
    desktop: section(
      {
        launch_at_login: yesNo(false, 'start with the session, hidden'),
        theme: oneOf('system', ['system', 'light', 'dark'], 'the look'),
        destroy_hidden_windows_after_seconds: whole(60, 1, 86_400, 'seconds after which a hidden window gives its memory back'),
      },
      'The desktop application.',
    ).prefault({}),
    http: section(
      {
        enabled: yesNo(false, 'serve health, metrics and the pages on 127.0.0.1'),
        port: whole(8765, 0, 65_535, 'the port, 0 for any that is free'),
      },
      'The same application in a browser on this machine.',
    ).prefault({}),
    backup: section(
      {
        enabled: yesNo(true, 'make one every day'),
        folder: optionalText(null, 'where they are kept; null for the data folder'),
        keep: section(
          { daily: whole(7, 1, 366, 'days'), weekly: whole(4, 0, 520, 'weeks'), monthly: whole(12, 0, 1200, 'months') },
          'How many stay.',
        ).prefault({}),
        encrypt: yesNo(false, 'with a passphrase from the secret BACKUP_PASSPHRASE'),
      },
      'Backups of the database.',
    ).prefault({}),
    logging: section(
      {
        level: oneOf('INFO', ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'], 'the least level written'),
        max_bytes: whole(10_485_760, 1024, 1_073_741_824, 'bytes after which a new file begins'),
        backup_count: whole(5, 0, 100, 'full files kept'),
      },
      'The log file.',
    ).prefault({}),
  },
  'The configuration of Thanos Operator.',
)

/** The whole configuration with its defaults filled in, in the words of operator.yaml. */
export type Configuration = z.output<typeof configurationSchema>

/** What holds when the file says nothing. */
export function defaultConfiguration(): Configuration {
  return configurationSchema.parse({})
}
