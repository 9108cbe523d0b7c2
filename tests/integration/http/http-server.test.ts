import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { minute } from '../../../main/domain/instant.ts'
import { askForLink } from '../../../main/headless/http/ask-for-link.ts'
import { createAccess } from '../../../main/headless/http/access.ts'
import { startHttpServer } from '../../../main/headless/http/http-server.ts'
import { pageHeaders } from '../../../main/operator/pages/page-headers.ts'
import { rawRequest, servedOperator } from '../../support/served-operator.ts'
import { silentLogger } from '../../support/silent-logger.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function get(path: string, headers: readonly string[]): string {
  return [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n')
}

function write(port: number, token: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Thanos-Request': '1', Authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('the HTTP server', () => {
  it('says without a sign-in only whether it is well', async () => {
    const { http, clock } = await servedOperator()
    const well = await fetch(`http://127.0.0.1:${http.port}/health`)
    expect([well.status, await well.json()]).toEqual([200, { status: 'ok' }])
    for (const path of ['/', '/metrics', '/index.html', '/api/events']) {
      expect((await fetch(`http://127.0.0.1:${http.port}${path}`)).status, path).toBe(401)
    }
    clock.advance(20 * minute)
    expect((await fetch(`http://127.0.0.1:${http.port}/health`)).status).toBe(503)
  })

  it('answers the contract to whoever has the token, and the pages too', async () => {
    const { http, token } = await servedOperator()
    const answer = await write(http.port, token, '/api/tasks:add', { text: 'Memphis report p1' })
    expect(await answer.json()).toMatchObject({ ok: true, value: { task: { title: 'Memphis report', priority: 'p1' } } })
    const page = await fetch(`http://127.0.0.1:${http.port}/`, { headers: { Authorization: `Bearer ${token}` } })
    expect(await page.text()).toContain('Thanos Operator')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('sends the strict policy with every answer, refusals included', async () => {
    const { http, token } = await servedOperator()
    const at = `http://127.0.0.1:${http.port}`
    const authorization = { Authorization: `Bearer ${token}` }
    const answers = await Promise.all([
      ...['/', '/health', '/enter', '/enter.js', '/nothing.html', '/metrics'].map((path) =>
        fetch(`${at}${path}`, { headers: authorization }),
      ),
      fetch(`${at}/`),
      fetch(`${at}/health`, { headers: { Origin: 'http://evil.example' } }),
      write(http.port, token, '/api/status:get', {}),
    ])
    for (const { headers, status, url } of answers) {
      const sent = Object.fromEntries(Object.entries(pageHeaders).map(([name]) => [name, headers.get(name)]))
      expect([url, status, sent]).toEqual([url, status, pageHeaders])
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('opens a browser by a link that works once', async () => {
    const { http, clock } = await servedOperator()
    const link = new URL(http.oneTimeLink())
    const code = link.hash.slice(1)
    const signIn = () => write(http.port, '', '/session', { code }, { Authorization: '' })
    const first = await signIn()
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^thanos_session=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await signIn()).status).toBe(401)
    const atOnce = new URL(http.oneTimeLink()).hash.slice(1)
    const race = Array.from({ length: 20 }, () => write(http.port, '', '/session', { code: atOnce }, { Authorization: '' }))
    expect((await Promise.all(race)).filter(({ status }) => status === 200)).toHaveLength(1)
    const page = await fetch(`http://127.0.0.1:${http.port}/`, { headers: { Cookie: cookie.split(';')[0] ?? '' } })
    expect(page.status).toBe(200)
    const late = new URL(http.oneTimeLink()).hash.slice(1)
    clock.advance(11 * minute)
    expect((await write(http.port, '', '/session', { code: late }, { Authorization: '' })).status).toBe(401)
  })

  it('gives another link to whoever has the token, and to nobody else', async () => {
    const { http, folder, token } = await servedOperator()
    const dataFolder = join(folder, 'data')
    const link = new URL(await askForLink({ dataFolder, port: http.port }))
    expect(link.href).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${http.port}/enter#[\\w-]{43}$`))
    expect((await write(http.port, '', '/session', { code: link.hash.slice(1) }, { Authorization: '' })).status).toBe(200)
    expect((await write(http.port, 'wrong', '/link', {})).status).toBe(401)
    expect((await fetch(`http://127.0.0.1:${http.port}/link`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(404)
    const elsewhere = temporaryFolder()
    await expect(askForLink({ dataFolder: elsewhere, port: http.port })).rejects.toMatchObject({ code: 'failed' })
    createAccess(elsewhere, () => 0)
    await expect(askForLink({ dataFolder: elsewhere, port: http.port })).rejects.toMatchObject({ code: 'refused' })
    await http.close()
    await expect(askForLink({ dataFolder, port: http.port })).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('Nothing serves the pages'),
    })
  })

  it('keeps its token for its owner alone', async () => {
    const { http, token } = await servedOperator()
    expect(statSync(http.tokenFile).mode & 0o777).toBe(0o600)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  it('replaces a token that others could read, and keeps one that they could not', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'http-token')
    const read = () => {
      const access = createAccess(folder, () => 0)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const token = readFileSync(file, 'utf8').trim()
      expect(access.isToken(token)).toBe(true)
      return token
    }
    const first = read()
    expect(read()).toBe(first)
    chmodSync(file, 0o640)
    expect(read()).not.toBe(first)
    writeFileSync(file, 'short\n')
    expect(read()).toHaveLength(43)
  })

  it('says that its port is taken, and what to do', async () => {
    const { http, operator, folder } = await servedOperator()
    const options = { operator, dataFolder: join(folder, 'data'), pages: folder, port: http.port, now: () => 0, logger: silentLogger }
    await expect(startHttpServer(options)).rejects.toMatchObject({
      code: 'failed',
      message: `Port ${http.port} is in use. Set http.port to another one.`,
    })
  })

  it.each([
    ['no Host', []],
    ['a name that points here', ['Host: evil.example']],
    ['the right name without its port', ['Host: 127.0.0.1']],
    ['a doubled Host', ['Host: 127.0.0.1:PORT', 'Host: evil.example']],
    ['a Host that only begins right', ['Host: 127.0.0.1:PORT.evil.example']],
    ['a null Origin', ['Host: 127.0.0.1:PORT', 'Origin: null']],
    ["another page's Origin", ['Host: 127.0.0.1:PORT', 'Origin: http://evil.example']],
    ['another port of this machine', ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:1']],
    ['an Origin that only begins right', ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT.evil.example']],
    ['two Origins', ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT', 'Origin: http://evil.example']],
    ['another name of this machine', ['Host: 127.0.0.1:PORT', 'Origin: http://localhost:PORT']],
    ['a request that a browser calls cross-site', ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: cross-site']],
    ['a request that a browser calls same-site', ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: same-site']],
  ])('refuses %s, on every route', async (_what, headers) => {
    const { http, token } = await servedOperator()
    for (const path of ['/health', '/metrics', '/', '/api/events']) {
      const sent = [...headers.map((each) => each.replaceAll('PORT', String(http.port))), `Authorization: Bearer ${token}`]
      expect([400, 403, 421], path).toContain((await rawRequest(http.port, get(path, sent))).status)
    }
  })

  it.each(['127.0.0.1', 'localhost', '[::1]'])('answers to %s', async (name) => {
    const { http } = await servedOperator()
    const own = `${name}:${http.port}`
    expect(
      (await rawRequest(http.port, get('/health', [`Host: ${own}`, `Origin: http://${own}`, 'Sec-Fetch-Site: same-origin']))).status,
    ).toBe(200)
  })

  it('changes nothing by a GET, and by a POST only with its header and a JSON body of bounded size', async () => {
    const { http, token } = await servedOperator()
    const at = `http://127.0.0.1:${http.port}/api/tasks:add`
    const authorization = { Authorization: `Bearer ${token}` }
    expect((await fetch(at, { headers: authorization })).status).toBe(404)
    const bodies = { method: 'POST', body: '{"text":"x"}' }
    expect((await fetch(at, { ...bodies, headers: { ...authorization, 'Content-Type': 'application/json' } })).status).toBe(403)
    expect(
      (await fetch(at, { ...bodies, headers: { ...authorization, 'X-Thanos-Request': '1', 'Content-Type': 'text/plain' } })).status,
    ).toBe(400)
    expect((await write(http.port, token, '/api/tasks:add', 'not json')).status).toBe(400)
    const large = await write(http.port, token, '/api/tasks:add', JSON.stringify({ text: 'x'.repeat(1_100_000) })).catch(
      (error: unknown) => error,
    )
    expect(large instanceof Response ? large.status : 413).toBe(413)
    expect((await write(http.port, token, '/api/nothing:here', {})).status).toBe(404)
    expect((await write(http.port, 'wrong', '/api/tasks:list', { view: 'all' })).status).toBe(401)
  })

  it.each([
    '/../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/..%5c..%5cetc%5cpasswd',
    '/%00.html',
    '/%zz.html',
  ])('serves nothing outside its pages: %s', async (path) => {
    const { http, token } = await servedOperator()
    const { status } = await rawRequest(http.port, get(path, [`Host: 127.0.0.1:${http.port}`, `Authorization: Bearer ${token}`]))
    expect(status).toBe(404)
  })

  it('tells every open window what to read again', async () => {
    const { http, token } = await servedOperator()
    const stream = await fetch(`http://127.0.0.1:${http.port}/api/events`, { headers: { Authorization: `Bearer ${token}` } })
    const reader = stream.body?.getReader()
    await write(http.port, token, '/api/tasks:add', { text: 'Milk' })
    let text = ''
    while (!text.includes('"tasks"')) text += new TextDecoder().decode((await reader?.read())?.value)
    expect(text).toContain('event: changed')
    await reader?.cancel()
  })

  it('answers a thousand requests at once while a cycle runs', async () => {
    const { http, token, operator } = await servedOperator()
    const ask = () => write(http.port, token, '/api/status:get', {}).then((response) => response.status)
    const [cycle, ...statuses] = await Promise.all([operator.check(), ...Array.from({ length: 1_000 }, ask)])
    expect(cycle.dry_run).toBe(false)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  it('gives figures that Prometheus understands', async () => {
    const { http, token } = await servedOperator()
    const response = await fetch(`http://127.0.0.1:${http.port}/metrics`, { headers: { Authorization: `Bearer ${token}` } })
    const text = await response.text()
    expect(text).toMatch(/^# HELP thanos_checks_total .+\n# TYPE thanos_checks_total counter\nthanos_checks_total 1$/m)
    expect(text).toMatch(/^thanos_source_ok\{source="oura"\} 0$/m)
  })
})
