import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { OuraServer, send } from '../../support/servers/oura-server.ts'
import { folderWithSources } from '../../support/folder-with-sources.ts'

const planted = 'pl4nted-s3cret-t0ken'

/** The command line as a process of its own, with nothing of this machine's environment but what is given. */
function thanos(folder: string, args: readonly string[], input = ''): Promise<string> {
  const environment = {
    HOME: folder,
    PATH: process.env['PATH'],
    OURA_ACCESS_TOKEN: planted,
    WORKOS_DATABASE_URL: `postgresql://u:${planted}@127.0.0.1:9/w`,
  }
  const places = ['--config', join(folder, 'config', 'operator.yaml'), '--data', join(folder, 'data')]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['main/cli.ts', ...args, ...places], { env: environment }, (_error, out, err) =>
      resolve(out + err),
    )
    child.stdin?.end(input)
  })
}

it('shows a planted secret in no output, log, journal, database or backup', async () => {
  const server = new OuraServer()
  await server.start()
  onTestFinished(() => server.stop())
  const folder = folderWithSources({ oura: server.url })
  // A service that says back what it was sent, as error pages do.
  server.interference = ({ authorization }, response) => {
    send(response, 400, { detail: `Bad token ${authorization ?? ''}` })
    return true
  }
  const said: string[] = []
  for (const args of [
    ['run', '--once', '--verbose', '--json'],
    ['doctor', '--json'],
    ['secrets', 'list', '--json'],
    ['status', '--json'],
    ['config', 'show'],
    ['connect', 'oura'],
  ])
    said.push(await thanos(folder, args))
  said.push(await thanos(folder, ['secrets', 'set', 'NTFY_TOKEN', '--file'], planted))
  said.push(await thanos(folder, ['connect', 'workos'], `postgresql://owner:${planted}@127.0.0.1:9/w`))
  said.push(await thanos(folder, ['journal', 'list', '--json']))
  expect(said.join('\n')).toContain('NTFY_TOKEN is kept in the file')
  expect(said.filter((text) => text.includes(planted))).toEqual([])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && each.name !== 'secrets.json',
  )
  expect(files.map((each) => each.name)).toContain('operator.db')
  expect(files.filter((each) => readFileSync(join(each.parentPath, each.name)).includes(planted)).map((each) => each.name)).toEqual([])
  expect(server.requests.some((request) => request.authorization?.includes(planted))).toBe(true)
})
