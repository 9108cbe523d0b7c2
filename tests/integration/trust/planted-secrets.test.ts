import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { invokeNames, type InvokeName } from '../../../shared/ipc/channels.ts'
import type { CommandName } from '../../../main/headless/registry.ts'
import { createOperatorLog } from '../../../main/adapters/log/operator-log.ts'
import { createSystemClock } from '../../../main/adapters/system/system-clock.ts'
import { recordCrash } from '../../../main/operator/crash-record.ts'
import { HeadlessInProcess, type Said } from '../../support/headless-in-process.ts'
import { filesIn, formsOf, leaksIn } from '../../support/planted-secrets.ts'
import { EchoingPostgres } from '../../support/servers/echoing-postgres.ts'
import { HttpServer, sendJson } from '../../support/servers/http-server.ts'
import { MailServer } from '../../support/servers/mail-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePort } from '../../support/servers/free-port.ts'

/** With what has to be escaped in an address, in JSON and in a header. */
const secrets = {
  OURA_ACCESS_TOKEN: 'pl4nt-oura/Access+7"q\\x',
  OURA_CLIENT_SECRET: 'pl4nt-oura/Client+7"q\\x',
  'OAuth code': 'pl4nt-oura/Code+7q',
  'OAuth access token': 'pl4nt-oauth/Granted+7"q',
  'OAuth refresh token': 'pl4nt-oauth/Refresh+7"q',
  'the password of WORKOS_DATABASE_URL': 'pl4nt-workos/Word+7"q',
  TELEGRAM_BOT_TOKEN: '7654321:pl4nt-telegram_0123456789abcdefghij',
  TELEGRAM_CHAT_ID: '-1009988776655',
  SMTP_PASSWORD: 'pl4nt-smtp/Word+7"q\\x',
  NTFY_TOKEN: 'pl4nt-ntfy/Token+7q',
  WEBHOOK_SECRET: 'pl4nt-webhook/Secret+7"q\\x',
  ANTHROPIC_API_KEY: 'sk-pl4nt-claude/Key+7q',
  BACKUP_PASSPHRASE: 'pl4nt backup/Passphrase+7"q\\x',
  'a secret that was pasted into the configuration': 'pl4nt-pasted/Text+7q',
} as const

/** The owner's own words: in the database, and in no log. */
const words = { task: 'pl4nted-task-title', promise: 'pl4nted-promise-words', capture: 'pl4nted-capture-words' } as const

const path = process.env['PATH']
beforeAll(() => {
  // No browser and no service manager of this machine.
  process.env['PATH'] = '/nonexistent'
})
afterAll(() => {
  process.env['PATH'] = path
})

/** Every vendor at once: refuses everything, each time with another status, and says back all that it was sent. */
async function sayingBack(): Promise<HttpServer & { grants: number | null }> {
  const statuses = [400, 401, 403, 404, 422, 429, 500, 503]
  let count = 0
  const server = new HttpServer((seen, response) => {
    if (vendor.grants !== null && seen.path.startsWith('/oauth/token')) {
      const tokens = { access_token: secrets['OAuth access token'], refresh_token: secrets['OAuth refresh token'] }
      sendJson(response, 200, { ...tokens, token_type: 'bearer', expires_in: vendor.grants, scope: 'personal daily heartrate' })
      return
    }
    const text = `${decodeURIComponent(seen.path)} ${seen.path} ${JSON.stringify(seen.headers)} ${Object.values(seen.headers).join(' ')} ${seen.body}`
    const status = statuses[(count += 1) % statuses.length] ?? 400
    const error = { type: text, message: text }
    sendJson(
      response,
      status,
      { ok: false, error_code: status, description: text, detail: text, error, error_description: text },
      { 'X-Said': 'back' },
    )
  })
  const vendor = Object.assign(server, { grants: null as number | null })
  await vendor.start()
  onTestFinished(() => vendor.stop())
  return vendor
}

it(
  'shows a secret in no output, log, journal, database, backup, export or answer, whatever fails and whoever says it back',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder()
    const vendor = await sayingBack()
    const mail = await new MailServer({
      authOptional: false,
      allowInsecureAuth: true,
      hideSTARTTLS: true,
      onAuth: ({ password: given }, _session, done) => {
        const password = given ?? ''
        mailPasswords.push(password)
        done(new Error(`535 no: ${password} ${Buffer.from(password).toString('base64')}`))
      },
    }).start()
    const mailPasswords: string[] = []
    const postgres = await new EchoingPostgres().start()
    onTestFinished(async () => {
      await mail.stop()
      await postgres.stop()
    })
    const pages = temporaryFolder()
    writeFileSync(join(pages, 'index.html'), '<title>Thanos Operator</title>')
    const password = encodeURIComponent(secrets['the password of WORKOS_DATABASE_URL'])
    const thanos = new HeadlessInProcess(folder, pages, {
      OURA_CLIENT_ID: 'an-id-that-everybody-may-see',
      OURA_CLIENT_SECRET: secrets.OURA_CLIENT_SECRET,
      WORKOS_DATABASE_URL: `postgresql://owner:${password}@127.0.0.1:${postgres.port}/work`,
      TELEGRAM_BOT_TOKEN: secrets.TELEGRAM_BOT_TOKEN,
      TELEGRAM_CHAT_ID: secrets.TELEGRAM_CHAT_ID,
      SMTP_PASSWORD: secrets.SMTP_PASSWORD,
    })
    mkdirSync(thanos.dataFolder, { mode: 0o700 })

    const configuration = `timezone: America/Chicago
retry: { base_ms: 1, max_ms: 2 }
quiet_hours: { enabled: false }
sources:
  oura: { base_url: "${vendor.url}", api_timeout_seconds: 2 }
channels:
  telegram: { enabled: true, api_root: "${vendor.url}", allowed_users: [42], min_severity: low }
  email: { enabled: true, host: 127.0.0.1, port: ${mail.port}, secure: none, user: me, from: a@example.org, to: [b@example.org], min_severity: low }
  push: { enabled: true, url: "${vendor.url}", topic: mine, min_severity: low }
  webhook: { enabled: true, url: "${vendor.url}/hook", min_severity: low }
capture: { claude: { base_url: "${vendor.url}", ask_below: 1 } }
logging: { level: DEBUG }
`
    await pasteSecrets(thanos, configuration)
    writeFileSync(thanos.configFile, configuration)
    for (const name of ['OURA_ACCESS_TOKEN', 'NTFY_TOKEN', 'WEBHOOK_SECRET', 'ANTHROPIC_API_KEY', 'BACKUP_PASSPHRASE'] as const)
      expect((await thanos.run(['secrets', 'set', name, '--file', '--verbose'], { input: secrets[name] })).code).toBe(0)
    const answers = await everyCommand(thanos, vendor)
    await everyRequest(thanos, answers)
    await crash(thanos)

    // All of it was really used.
    const seen = vendor.requests.map(({ path: address, headers, body }) => `${address} ${JSON.stringify(headers)} ${body}`).join('\n')
    const sent = [
      'OURA_ACCESS_TOKEN',
      'OURA_CLIENT_SECRET',
      'OAuth code',
      'OAuth access token',
      'OAuth refresh token',
      'TELEGRAM_BOT_TOKEN',
    ] as const
    for (const name of [...sent, 'TELEGRAM_CHAT_ID', 'NTFY_TOKEN', 'ANTHROPIC_API_KEY'] as const)
      expect([name, formsOf(secrets[name]).some((form) => seen.includes(form))]).toEqual([name, true])
    expect(mailPasswords).toContain(secrets.SMTP_PASSWORD)
    expect(postgres.passwords).toContain(secrets['the password of WORKOS_DATABASE_URL'])

    const files = filesIn(folder, ['secrets.json', 'http-token'])
    for (const kind of ['operator.db', 'operator.log', '.enc', '.jsonl', 'unpacked', 'crash-'])
      expect([kind, files.some(({ where }) => where.includes(kind))]).toEqual([kind, true])
    const token = readFileSync(join(thanos.dataFolder, 'http-token'), 'utf8').trim()
    expect(leaksIn([...files, ...thanos.said, ...answers], { ...secrets, 'http-token': token })).toEqual([])

    const logs = [
      ...files.filter(({ where }) => where.includes('/logs/')),
      ...thanos.said.filter(({ text }) => /^\S+Z (DEBUG|INFO|WARNING|ERROR) /.test(text)),
    ]
    expect(logs.length).toBeGreaterThan(1)
    expect(leaksIn(logs, words)).toEqual([])
  },
)

/** A file that holds a secret itself is refused, and nobody repeats what stands in it. */
async function pasteSecrets(thanos: HeadlessInProcess, configuration: string): Promise<void> {
  const pasted = secrets['a secret that was pasted into the configuration']
  const edits = [
    configuration.replace('telegram: {', `telegram: { token: "${pasted}",`),
    configuration.replace('oura: {', `oura: { token: "${pasted}",`),
    configuration.replace('webhook: {', `webhook: { secret: ["${pasted}"],`),
    configuration.replace(/url: "http:\/\//, `url: "http://me:${pasted}@`),
  ]
  for (const text of edits) {
    writeFileSync(thanos.configFile, text)
    for (const args of [
      ['config', 'check'],
      ['config', 'show'],
      ['run', '--once', '--verbose'],
      ['doctor', '--json'],
    ])
      expect([args, (await thanos.run(args)).code]).not.toEqual([args, 0])
  }
}

/** Every command there is, at least once; one that is new does not compile without its line. */
async function everyCommand(thanos: HeadlessInProcess, vendor: { grants: number | null }): Promise<Said[]> {
  const { dataFolder } = thanos
  const file = (name: string, text: string) => {
    const place = join(dataFolder, '..', name)
    writeFileSync(place, text)
    return place
  }
  const tasks = file('tasks.jsonl', `${JSON.stringify({ id: 't-1', title: words.task, status: 'pending', due: '2026-01-18' })}\n`)
  const promises = file(
    'promises.jsonl',
    `${JSON.stringify({ id: 'p-1', what: words.promise, to: 'Ashley', due: '2026-01-10', status: 'active' })}\n`,
  )
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date())
  const readings = file('readings.csv', `day,metric,value\n${today},readiness,40\n`)
  const journal = join(dataFolder, '..', 'journal.jsonl')
  const commands: Readonly<Record<CommandName, readonly (readonly string[])[]>> = {
    'task import': [[tasks]],
    'promise import': [[promises]],
    import: [[readings]],
    run: [
      ['--once', '--json'],
      ['--once', '--dry-run'],
    ],
    connect: [['workos'], ['telegram', '--chat', secrets.TELEGRAM_CHAT_ID], ['claude']],
    link: [[]],
    status: [[], ['--json']],
    capture: [[`maybe something about ${words.capture} tomorrow`], ['--classify-only', words.capture]],
    'capture list': [['--json']],
    'capture show': [['latest']],
    'capture reclassify': [['thinking', '--yes']],
    'capture undo': [['latest']],
    'task add': [[`${words.task} two by friday p1`]],
    'task list': [['--json']],
    'task done': [['t-1']],
    'task reschedule': [['t-1', 'tomorrow']],
    'task send': [['t-1']],
    'promise add': [[words.promise, '--to', 'Sam', '--due', '2026-01-11']],
    'promise list': [['--json']],
    'promise keep': [['p-1']],
    'alerts list': [['--json']],
    'alerts show': [['task:overdue', '--json']],
    'alerts ack': [['task:overdue']],
    'alerts snooze': [['task:overdue', '2h']],
    'alerts resolve': [['task:overdue']],
    'alerts rate': [['task:overdue', 'useful']],
    'alerts precision': [['--json']],
    'channel test': ['native', 'telegram', 'email', 'push', 'webhook', 'journal'].map((name) => [name, '--json']),
    'secrets set': [],
    'secrets list': [['--json']],
    'secrets delete': [['NOBODY']],
    doctor: [[], ['--json']],
    'config path': [[]],
    'config show': [[], ['--json']],
    'config check': [['--json']],
    'config set': [
      ['channels.telegram.token', secrets['a secret that was pasted into the configuration']],
      ['backup.encrypt', 'false'],
    ],
    'journal list': [['--json', '--limit', '500']],
    'journal export': [[journal], ['-']],
    'journal import': [[journal]],
    'service install': [['--print']],
    'service remove': [],
    'service status': [[]],
    backup: [['--json'], ['--list']],
    erase: [['--dry-run']],
    restore: [['no-such-backup', '--dry-run']],
    verify: [['--json']],
    repair: [['--json']],
    vacuum: [[]],
    archive: [['--older-than', '0d']],
    'sample add': [[]],
    'sample remove': [[]],
  }
  const inputs: Readonly<Record<string, string>> = {
    workos: `postgresql://owner:${encodeURIComponent(secrets['the password of WORKOS_DATABASE_URL'])}@127.0.0.1:9/work`,
    telegram: secrets.TELEGRAM_BOT_TOKEN,
    claude: secrets.ANTHROPIC_API_KEY,
  }
  const answers: Said[] = []
  for (const [name, all] of Object.entries(commands))
    for (const args of all) {
      const { out } = await thanos.run([...name.split(' '), ...args, '--verbose'], { input: inputs[args[0] ?? ''] ?? '' })
      answers.push({ where: name, text: out })
    }
  await connectOura(thanos, false)
  // A token that holds for a day is shown to the service, one that has run out is exchanged first.
  for (const lifetime of [86_400, 1]) {
    vendor.grants = lifetime
    await connectOura(thanos, true)
    vendor.grants = null
    await thanos.run(['doctor', '--verbose', '--json'])
  }
  await thanos.run(['config', 'set', 'backup.encrypt', 'true'])
  expect((await thanos.run(['backup', '--json'])).code).toBe(0)
  return answers
}

/** What the browser would do: it opens the page that was printed, and comes back with a code. */
async function connectOura(thanos: HeadlessInProcess, isGranted: boolean): Promise<void> {
  const before = thanos.said.length
  const connecting = thanos.run(['connect', 'oura', '--verbose'])
  const address = await vi.waitFor(
    () => {
      const found = /Open this page in your browser: (\S+)/.exec(
        thanos.said
          .slice(before)
          .map(({ text }) => text)
          .join('\n'),
      )?.[1]
      if (found === undefined) throw new Error('No page was shown yet.')
      return new URL(found)
    },
    { timeout: 20_000 },
  )
  const back = new URL(address.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('state', address.searchParams.get('state') ?? '')
  back.searchParams.set('code', secrets['OAuth code'])
  const page = await (await fetch(back)).text()
  thanos.said.push({ where: 'the page the browser came back to', text: page })
  expect((await connecting).code).toBe(isGranted ? 0 : 1)
}

/** A lasting operator behind HTTP: every request the window can make, health, figures and pages. */
async function everyRequest(thanos: HeadlessInProcess, answers: Said[]): Promise<void> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const latest = new Map<InvokeName, unknown>()
  const ask = async (name: InvokeName, input: unknown) => {
    const token = readFileSync(join(thanos.dataFolder, 'http-token'), 'utf8').trim()
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-thanos-request': '1' }
    const answer = await (await fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).text()
    answers.push({ where: `the answer to ${name}`, text: answer })
    latest.set(name, JSON.parse(answer))
  }
  await thanos.run(['run', '--http', '--port', String(port), '--verbose'], {
    async meanwhile() {
      await vi.waitFor(async () => expect((await fetch(`${origin}/health`)).status).toBeLessThan(600), { timeout: 20_000 })
      const token = readFileSync(join(thanos.dataFolder, 'http-token'), 'utf8').trim()
      const alert = 'task:overdue'
      const backup = () => {
        const listed = JSON.stringify(latest.get('data:list') ?? {})
        return { name: /"name":"([^"]+\.enc)"/.exec(listed)?.[1] ?? 'none', passphrase: secrets.BACKUP_PASSPHRASE }
      }
      const inputs: Readonly<Record<InvokeName, () => unknown>> = {
        'alerts:list': () => ({}),
        'alerts:get': () => ({ id: alert }),
        'alerts:acknowledge': () => ({ ids: [alert] }),
        'alerts:reopen': () => ({ ids: [alert] }),
        'alerts:snooze': () => ({ ids: [alert], until: Date.now() + 60_000 }),
        'alerts:resolve': () => ({ ids: [alert] }),
        'alerts:dismiss': () => ({ ids: [alert] }),
        'alerts:rate': () => ({ id: alert, rating: 'useful' }),
        'alerts:precision': () => ({}),
        'rules:mute': () => ({ rule: 'hrv', until: null }),
        'rules:unmute': () => ({ rule: 'hrv' }),
        'tasks:list': () => ({ view: 'all' }),
        'tasks:add': () => ({ text: words.task }),
        'tasks:update': () => ({ id: 't-1', title: words.task }),
        'tasks:reschedule': () => ({ id: 't-1', phrase: 'tomorrow' }),
        'tasks:complete': () => ({ id: 't-1' }),
        'tasks:reopen': () => ({ id: 't-1' }),
        'tasks:send': () => ({ id: 't-1' }),
        'promises:list': () => ({}),
        'promises:add': () => ({ what: words.promise, to: 'Kim' }),
        'promises:update': () => ({ id: 'p-1', status: 'kept' }),
        'captures:add': () => ({ text: `perhaps ${words.capture} or not` }),
        'captures:understood': () => ({ text: words.capture }),
        'captures:list': () => ({ show: 'all' }),
        'captures:get': () => ({ id: 'none' }),
        'captures:propose': () => ({ id: 'none', class: 'note' }),
        'captures:reclassify': () => ({ id: 'none', class: 'note' }),
        'captures:undo': () => ({ id: 'none' }),
        'captures:reopen': () => ({ id: 'none' }),
        'captures:claude': () => ({}),
        'status:get': () => ({}),
        'operator:check': () => ({}),
        'operator:pause': () => ({ until: null }),
        'operator:examine': () => ({}),
        'channels:test': () => ({ channel: 'telegram' }),
        'health:series': () => ({ metric: 'readiness', from: '2026-01-01', to: '2026-01-20' }),
        'patterns:list': () => ({}),
        'journal:list': () => ({ limit: 500 }),
        'sample:add': () => ({}),
        'sample:remove': () => ({}),
        'settings:get': () => ({}),
        'settings:validate': () => ({ path: 'channels.telegram.token', value: secrets['a secret that was pasted into the configuration'] }),
        'settings:set': () => ({ path: 'channels.push.token', value: secrets['a secret that was pasted into the configuration'] }),
        'settings:preview': () => ({ path: 'monitors.health.thresholds.readiness_warning', value: 70 }),
        'sources:list': () => ({}),
        'sources:test': () => ({ name: 'workos' }),
        'sources:retry': () => ({ name: 'oura' }),
        'sources:connect': () => ({ name: 'nobody' }),
        'sources:disconnect': () => ({ name: 'state_files' }),
        'secrets:list': () => ({}),
        'secrets:set': () => ({ name: 'NTFY_TOKEN', value: secrets.NTFY_TOKEN }),
        'secrets:delete': () => ({ name: 'NOBODY' }),
        'secrets:allow-file': () => ({}),
        'data:list': () => ({}),
        'data:back-up': () => ({ passphrase: secrets.BACKUP_PASSPHRASE }),
        'data:preview': backup,
        'data:restore': backup,
        'data:verify': () => ({}),
        'data:import': () => ({
          what: 'health',
          name: 'x.csv',
          content: Buffer.from('day,metric,value\n2026-01-02,readiness,80\n').toString('base64'),
        }),
        'data:vacuum': () => ({}),
        'data:export': () => ({}),
        'data:archive': () => ({ olderThanDays: 1 }),
        'data:erase': () => ({ confirmation: 'no', backUpFirst: true }),
      }
      await ask('operator:check', {})
      for (const name of invokeNames) await ask(name, inputs[name]())
      for (const place of ['/health', '/metrics', '/', '/nothing-here'])
        answers.push({
          where: place,
          text: await (await fetch(`${origin}${place}`, { headers: { authorization: `Bearer ${token}` } })).text(),
        })
    },
  })
  expect([...latest].filter(([, answer]) => JSON.stringify(answer).includes('"ok":true')).length).toBeGreaterThan(45)
}

/** What ends the process may quote anything. */
async function crash(thanos: HeadlessInProcess): Promise<void> {
  const log = createOperatorLog({
    folder: join(thanos.dataFolder, 'logs'),
    level: 'DEBUG',
    maxBytes: 1_000_000,
    backupCount: 1,
    consoleLevel: 'DEBUG',
    clock: createSystemClock(),
    writeConsole: (text) => void thanos.said.push({ where: 'the log', text }),
  })
  for (const secret of Object.values(secrets)) log.addSecret(secret)
  const error = new Error(`Everything at once: ${Object.values(secrets).flatMap(formsOf).join(' | ')}`)
  recordCrash(thanos.dataFolder, error, { version: '0.0.0-test', kind: 'test', at: new Date(), redact: (text) => log.redact(text) })
  log.critical('crashed', { reason: error.message })
  await log.close()
}
