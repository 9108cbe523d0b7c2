import { readFileSync } from 'node:fs'
import type { PoolConfig } from 'pg'
import { second } from '../../domain/instant.ts'
import { SourceError } from '../../domain/source-error.ts'
import { statementTimeout } from './statement-timeout.ts'

/** Settings of TLS are taken out of the address and decided here: what pg makes of them has changed from version to version. */
const tlsParameters = ['sslmode', 'sslrootcert', 'ssl', 'sslcert', 'sslkey', 'uselibpqcompat'] as const

/**
 * What pg's pool is made with. Another machine is spoken to over TLS with its certificate checked, unless the address says
 * `sslmode=disable` (none) or `no-verify` (unchecked); `sslrootcert` names the file of a private authority. This machine, and a socket, need none.
 * Throws `not_configured`; no message carries the address, for it holds the password.
 */
export function connectionSettings(databaseUrl: string, poolSize: number): PoolConfig & { readonly host: string } {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new SourceError('not_configured', 'WORKOS_DATABASE_URL is not an address like postgresql://user:password@host:5432/name.')
  const host = url.searchParams.get('host') ?? url.hostname
  const ssl = tlsOf(url, host)
  for (const parameter of tlsParameters) url.searchParams.delete(parameter)
  return {
    connectionString: url.href,
    host: host === '' ? 'localhost' : host,
    ssl,
    max: Math.min(4, Math.max(1, Math.trunc(poolSize))),
    connectionTimeoutMillis: statementTimeout,
    query_timeout: statementTimeout + second,
    idleTimeoutMillis: 30 * second,
    allowExitOnIdle: true,
    application_name: 'thanos-operator',
  }
}

function tlsOf(url: URL, host: string): PoolConfig['ssl'] {
  const mode = url.searchParams.get('sslmode') ?? (isLocal(host) && !url.searchParams.has('sslrootcert') ? 'disable' : 'verify-full')
  const rootFile = url.searchParams.get('sslrootcert')
  if (mode === 'disable') return false
  if (mode === 'no-verify') return { rejectUnauthorized: false }
  if (rootFile === null || rootFile === 'system') return { rejectUnauthorized: true }
  try {
    return { rejectUnauthorized: true, ca: readFileSync(rootFile, 'utf8') }
  } catch (cause) {
    throw new SourceError('not_configured', `The certificate file ${rootFile} (sslrootcert) could not be read.`, { cause })
  }
}

/** Whether a host is this machine: no network can be blamed for it. */
export function isLocal(host: string): boolean {
  return (
    host === '' || host === 'localhost' || host === '[::1]' || host === '::1' || host.startsWith('/') || /^127(\.\d{1,3}){3}$/.test(host)
  )
}
